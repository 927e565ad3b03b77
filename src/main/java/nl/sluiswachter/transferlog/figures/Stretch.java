package nl.sluiswachter.transferlog.figures;

/** Entries of a shard that are not counted yet, both ends included. */
record Stretch(int shard, long first, long last) {}
