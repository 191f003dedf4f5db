"""What keeps browsers safe, on every response: headers, cookie flags, form tokens and a limit on bodies."""

from __future__ import annotations

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Response as BaseResponse

from .attempts import Attempts
from .lab import Lab

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types dnalab",
    )
)
"""No inline script or style, no eval, nothing from other hosts, in nobody's frame."""

HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
LARGEST_BODY = 64 * 1024
COOKIE_LIFE = 30 * 24 * 3600
"""Seconds that a browser keeps its tokens: as long as a session lives."""

csrf = CSRFProtect()


class _SameSchemeSession(SecureCookieSessionInterface):
    """Secure where the page came over https; on plain http in a meeting room such a cookie would be lost."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure


def protect(app: Flask, lab: Lab) -> None:
    """Put everything of this file on the application."""
    app.session_interface = _SameSchemeSession()
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        SESSION_COOKIE_NAME="dnalab_form",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,  # a welcome page may stay open for hours before somebody joins
        WTF_CSRF_SSL_STRICT=False,  # the token is enough; some browsers send no Referer at all
    )
    if lab.config.public_url.startswith("https://"):
        # this server speaks http only: somebody in front of it takes care of https and says who really asks
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    app.extensions["attempts"] = Attempts(lab.clock)
    csrf.init_app(app)
    app.after_request(_add_headers)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.is_secure:  # on plain http browsers refuse this one, with an error on every page
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.setdefault("Cache-Control", "no-store")
    return response


def set_cookie(response: BaseResponse, name: str, value: str) -> None:
    """A cookie that no script can read and no other site can send along with a form."""
    response.set_cookie(
        name, value, max_age=COOKIE_LIFE, httponly=True, samesite="Lax", secure=request.is_secure, path="/"
    )
