package nl.sluiswachter.transferlog.merkle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a forger would try on a list of hashes. */
final class Altered {

    private Altered() {}

    static List<List<Hash>> hashes(List<Hash> hashes) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            for (int bit : new int[] {0, 7 * i + 1, 255}) {
                List<Hash> flipped = new ArrayList<>(hashes);
                flipped.set(i, bit(hashes.get(i), bit));
                all.add(flipped);
            }
            List<Hash> dropped = new ArrayList<>(hashes);
            dropped.remove(i);
            all.add(dropped);
            if (i > 0) {
                List<Hash> swapped = new ArrayList<>(hashes);
                Collections.swap(swapped, i, i - 1);
                all.add(swapped);
            }
        }
        for (int i = 0; i <= hashes.size(); i++) {
            List<Hash> added = new ArrayList<>(hashes);
            added.add(i, TreeHashing.EMPTY);
            all.add(added);
        }
        return all;
    }

    static Hash bit(Hash hash, int bit) {
        byte[] bytes = hash.bytes();
        bytes[bit / 8 % 32] ^= (byte) (1 << bit % 8);
        return Hash.of(bytes);
    }
}
