package nl.sluiswachter.transferlog;

import nl.sluiswachter.kernel.crypto.Sha256;
import nl.sluiswachter.transferlog.entry.PackedEntry;

/**
 * What an entry says.
 *
 * @param entry canonical JSON
 * @param packed as it is stored
 * @param hash SHA-256 of the entry
 */
record Content(byte[] entry, byte[] packed, byte[] hash) {

    static Content of(byte[] entry) {
        return new Content(entry, PackedEntry.pack(entry), Sha256.of(entry));
    }
}
