package nl.sluiswachter.console.rules;

import nl.sluiswachter.console.form.FormErrors;

/**
 * The form to load a version.
 *
 * @param most kilobytes of a zip
 * @param mostUnpacked kilobytes of what is in it
 */
record DraftView(long most, long mostUnpacked, FormErrors errors) {}
