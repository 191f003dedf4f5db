// What came in is marked as new until it has been on screen for a while, or until the next step.
import { on } from './base.js';

const READ_AFTER = 12_000;
let step = '';

const reader = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    reader.unobserve(target);
    setTimeout(() => target.classList.remove('is-new'), READ_AFTER);
  }
}, { threshold: 0.5 });

function forgetOnNextStep() {
  const place = document.querySelector('[data-stage]');
  const now = place ? `${place.dataset.stage}.${place.dataset.step}` : '';
  if (step && now !== step) document.querySelectorAll('.is-new').forEach(item => item.classList.remove('is-new'));
  step = now;
}

on('applied', fresh => {
  forgetOnNextStep();
  for (const item of fresh.filter(item => item.matches('.feed__item, .infocard, .message'))) {
    item.classList.add('is-new');
    item.querySelector('.infocard__fold')?.setAttribute('open', '');
    reader.observe(item);
  }
});
