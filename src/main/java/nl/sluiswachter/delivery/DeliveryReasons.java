package nl.sluiswachter.delivery;

import java.util.Arrays;
import java.util.stream.Stream;
import nl.sluiswachter.consent.ConsentState;

/** Every reason that the log gives for what became of a message. */
public final class DeliveryReasons {

    static final String EXPIRED = "EXPIRED";

    private DeliveryReasons() {}

    /** Their codes. */
    public static Stream<String> codes() {
        Stream<String> ends = Arrays.stream(ConsentState.values())
                .filter(state -> state.mayFollow(ConsentState.GIVEN))
                .map(DeliveryReasons::of);
        Stream<String> answers = Stream.of(Failure.values(), Acknowledgement.Reason.values())
                .flatMap(Arrays::stream)
                .map(Enum::name);
        return Stream.of(Stream.of(EXPIRED), ends, answers).flatMap(codes -> codes);
    }

    /** The consent on which it rests came to an end. */
    static String of(ConsentState end) {
        return "CONSENT_" + end;
    }
}
