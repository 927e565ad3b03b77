package nl.sluiswachter.console.rules;

import java.util.List;
import nl.sluiswachter.console.form.FormErrors;

/**
 * An officer's approval.
 *
 * @param work in which the rehearsal was repeated
 * @param notCovered whether there are recorded decisions that it says nothing about; confidential ones aside, of which nobody here
 *     is to know that there are any
 * @param keys fingerprints of the officers who may approve
 * @param chosen fingerprint; empty while none was chosen
 * @param at when the text was made
 * @param statement what is signed; empty while no key was chosen
 * @param signature what was typed
 */
record ApprovalView(
        String version,
        String work,
        RehearsalView rehearsal,
        boolean notCovered,
        List<String> keys,
        String chosen,
        String at,
        String statement,
        String signature,
        FormErrors errors) {}
