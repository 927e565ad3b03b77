package nl.sluiswachter.delivery;

import java.util.UUID;
import nl.sluiswachter.kernel.Oin;

/** What a test of the edge needs of deliveries. */
public final class InboxWorld {

    /** Whose inbox it is. */
    public static final Oin CALLER = World.RECEIVER;

    private final World world = new World();

    /** The inbox on a database of its own. */
    public Inbox inbox() {
        return world.inbox;
    }

    /** Queues a message for the caller. */
    public UUID queue() {
        return world.queue(CALLER);
    }

    /** Queues a message for another receiver. */
    public UUID queueForAnother() {
        return world.queue(World.OTHER);
    }
}
