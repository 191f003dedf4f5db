// Pages that do not change by themselves: joining, links, explanation, report.
import './theme.js';
import './dialogs.js';
import './copy.js';
import './counters.js';
