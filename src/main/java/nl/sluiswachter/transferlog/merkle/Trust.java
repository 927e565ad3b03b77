package nl.sluiswachter.transferlog.merkle;

import java.util.List;

/** Whether a checkpoint, or a proof that ends in one, is to be believed. */
public sealed interface Trust {

    /** It is; these witnesses have seen the checkpoint. */
    record Given(Checkpoint checkpoint, List<NoteSignature> cosignatures) implements Trust {
        public Given {
            cosignatures = List.copyOf(cosignatures);
        }
    }

    /** It is not, for the first reason found. */
    record Refused(Distrust why) implements Trust {}
}
