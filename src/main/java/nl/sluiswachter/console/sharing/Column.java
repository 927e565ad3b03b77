package nl.sluiswachter.console.sharing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the places of a column stand, from top to bottom. */
record Column(List<Node> nodes, Map<String, Slot> slots, double height) {

    private static final int GAP = 8;

    /** From where to how far, downwards. */
    record Slot(double y, double height) {

        double middle() {
            return y + height / 2;
        }
    }

    /** How high a place is at least, and what is kept free above the first one of a law. */
    record Measure(int least, int heading) {}

    /** @param need how high each place must be for its strands */
    static Column of(List<Node> nodes, Map<String, Double> need, Measure measure) {
        Map<String, Slot> slots = new HashMap<>();
        double y = 0;
        String law = "";
        for (Node node : nodes) {
            if (!node.law().equals(law)) {
                law = node.law();
                y += measure.heading();
            }
            double height = Math.max(measure.least(), need.getOrDefault(node.key(), 0.0));
            slots.put(node.key(), new Slot(y, height));
            y += height + GAP;
        }
        return new Column(nodes, slots, Math.max(0, y - GAP));
    }

    /** Where the place stands. */
    Slot at(String key) {
        return slots.get(key);
    }

    /** The same, so much lower. */
    Column lowered(double by) {
        Map<String, Slot> lower = new HashMap<>();
        slots.forEach((key, slot) -> lower.put(key, new Slot(slot.y() + by, slot.height())));
        return new Column(nodes, lower, height);
    }
}
