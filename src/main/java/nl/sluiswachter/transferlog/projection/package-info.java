/**
 * The entries of the log in the words of the standards: one class per standard, all from the same entry, none keeping
 * anything of its own. Which of our members becomes which of theirs is told in {@code docs/log-views.md}.
 */
package nl.sluiswachter.transferlog.projection;
