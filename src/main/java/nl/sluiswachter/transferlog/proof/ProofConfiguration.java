package nl.sluiswachter.transferlog.proof;

import nl.sluiswachter.settings.GatewaySettings;
import nl.sluiswachter.transferlog.Receipts;
import nl.sluiswachter.transferlog.TransferLog;
import nl.sluiswachter.transferlog.tree.CheckpointSigner;
import nl.sluiswachter.transferlog.tree.CheckpointTable;
import nl.sluiswachter.transferlog.tree.TileTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class ProofConfiguration {

    @Bean
    Proofs proofs(
            JdbcClient jdbc,
            TileTable tiles,
            CheckpointTable checkpoints,
            CheckpointSigner signer,
            GatewaySettings settings) {
        return new Proofs(
                jdbc, tiles, checkpoints, signer, settings.witnessing().quorum());
    }

    @Bean
    ProofFiles proofFiles(TransferLog log, Proofs proofs, Receipts receipts) {
        return new ProofFiles(log, proofs, receipts);
    }

    @Bean
    SubjectProofs subjectProofs(
            JdbcClient jdbc, TileTable tiles, CheckpointTable checkpoints, CheckpointSigner signer) {
        return new SubjectProofs(jdbc, tiles, checkpoints, signer);
    }
}
