package nl.sluiswachter.transferlog.proof;

import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    @Bean
    Proofs proofs(JdbcClient jdbc, TileTable tiles, CheckpointTable checkpoints, CheckpointSigner signer) {
        return new Proofs(jdbc, tiles, checkpoints, signer);
    }

    @Bean
    SubjectProofs subjectProofs(
            JdbcClient jdbc, TileTable tiles, CheckpointTable checkpoints, CheckpointSigner signer) {
        return new SubjectProofs(jdbc, tiles, checkpoints, signer);
    }
}
