package nl.sluiswachter.console.rules;

import nl.sluiswachter.console.form.FormErrors;

/**
 * The form to load a version.
 *
 * @param most kilobytes of a zip
 * @param mostUnpacked kilobytes of what is in it
 * @param refusal every fault, a line each, as the command line tells it; empty for none
 */
record DraftView(long most, long mostUnpacked, FormErrors errors, String refusal) {}
