package nl.sluiswachter.console.today;

/** How soon somebody has to look; the worst first. */
enum Urgency {
    NOW,
    SOON,
    KNOW
}
