// Every live page: play, lobby, facilitate, screen, observe, meeting.
import './theme.js';
import './dialogs.js';
import './copy.js';
import './clock.js';
import './tabs.js';
import './announce.js';
import './sound.js';
import './news.js';
import './drafts.js';
import './commands.js';
import './keys.js';
import './presence.js';
import './talk.js';
import './link.js';
import './notices.js';
import './awake.js';
import './counters.js';
import './endclock.js';
import './fresh.js';
import './sheets.js';
import './choosing.js';
import './terms.js';
import './since.js';
import './catch_up.js';
import './walk.js';
import { start } from './net.js';

start();
