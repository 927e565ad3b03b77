package nl.sluiswachter.api;

import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.transferlog.LoggedTransfer;
import nl.sluiswachter.transferlog.TransferLog;

/** What a caller may know of a transfer: only its own parties know that it exists. */
record OwnTransfers(TransferLog log) {

    /**
     * The transfer that the call is about. A refused one is nobody's business but the sender's; others and unknown ones look
     * alike.
     *
     * @throws ProblemException 404
     */
    LoggedTransfer visible(Request request) {
        Oin caller = request.caller().oin();
        return log.find(RegisterProblems.id(request))
                .filter(t -> t.sender().equals(caller)
                        || t.permit() && t.receiver().filter(caller::equals).isPresent())
                .orElseThrow(RegisterProblems::notFound);
    }
}
