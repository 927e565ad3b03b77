package nl.sluiswachter.delivery;

/** How a message reached its receiver. */
enum Channel {
    INBOX,
    PUSH
}
