package nl.sluiswachter.transferlog.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import nl.sluiswachter.kernel.SubjectKey;
import nl.sluiswachter.transferlog.entry.Commitment;
import nl.sluiswachter.transferlog.entry.EntryHash;
import nl.sluiswachter.transferlog.merkle.SignedCheckpoint;
import nl.sluiswachter.transferlog.merkle.Tile;
import nl.sluiswachter.transferlog.merkle.TileAddress;
import nl.sluiswachter.transferlog.merkle.Tiles;
import nl.sluiswachter.transferlog.merkle.VerifierKey;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves to a person that decisions about that person stand in the log. The person gets the salts of the commitments to the
 * person's own keys and no other: those of what was left out would let somebody who finds the file try out what it was.
 */
public final class SubjectProofs {

    private final ProofTable entries;
    private final TileTable tiles;
    private final CheckpointTable checkpoints;
    private final CheckpointSigner signer;

    SubjectProofs(JdbcClient jdbc, TileTable tiles, CheckpointTable checkpoints, CheckpointSigner signer) {
        this.entries = new ProofTable(jdbc);
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.signer = signer;
    }

    /**
     * All under one and the same checkpoint.
     *
     * @param whole of which the entry itself may be given
     * @param person keys of the person
     */
    public SubjectProof of(Collection<UUID> transfers, Predicate<UUID> whole, Collection<SubjectKey> person) {
        Optional<SignedCheckpoint> head = checkpoints.latest();
        List<SubjectProof.Entry> proven = new ArrayList<>();
        List<UUID> notYet = new ArrayList<>();
        Tiles known = remembered(tiles);
        for (UUID transfer : transfers) {
            ProofTable.Found found = entries.find(transfer).orElseThrow();
            boolean published = found.leaf().isPresent()
                    && head.isPresent()
                    && found.leaf().get() < head.get().checkpoint().size();
            if (published) {
                String proof = Proofs.text(found, found.leaf().get(), head.get(), known);
                proven.add(entry(transfer, found, whole.test(transfer), person, proof));
            } else {
                notYet.add(transfer);
            }
        }
        VerifierKey key =
                head.map(signed -> signer.verifierKey(signed.checkpoint())).orElseGet(() -> signer.verifierKey(1));
        return new SubjectProof(key.text(), proven, notYet);
    }

    private static SubjectProof.Entry entry(
            UUID transfer, ProofTable.Found found, boolean whole, Collection<SubjectKey> person, String proof) {
        byte[] content = whole ? found.entry() : EntryHash.of(found.entry()).bytes();
        return new SubjectProof.Entry(
                transfer,
                found.shard(),
                found.position(),
                content,
                whole,
                whole ? salts(found, person) : new TreeMap<>(),
                proof);
    }

    private static SortedMap<String, byte[]> salts(ProofTable.Found found, Collection<SubjectKey> person) {
        SortedMap<String, byte[]> commitments = Salts.SUBJECT.commitments(found.entry());
        SortedMap<String, byte[]> salts = Salts.of(commitments.keySet(), found.seed());
        salts.entrySet().removeIf(salt -> {
            byte[] commitment = commitments.get(salt.getKey());
            return person.stream()
                    .map(SubjectKey::bytes)
                    .noneMatch(key -> Arrays.equals(Commitment.of(salt.getKey(), salt.getValue(), key), commitment));
        });
        return salts;
    }

    /** Proofs of one tree share most of their tiles. */
    private static Tiles remembered(Tiles source) {
        Map<TileAddress, Tile> known = new HashMap<>();
        return addresses -> {
            List<TileAddress> missing = addresses.stream()
                    .filter(address -> !known.containsKey(address))
                    .distinct()
                    .toList();
            List<Tile> read = source.read(missing);
            for (int i = 0; i < missing.size(); i++) {
                known.put(missing.get(i), read.get(i));
            }
            return addresses.stream().map(known::get).toList();
        };
    }
}
