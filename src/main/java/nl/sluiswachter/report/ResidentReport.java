package nl.sluiswachter.report;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluiswachter.transferlog.proof.SubjectProof;
import nl.sluiswachter.transferlog.search.Place;

/**
 * A report as it was given.
 *
 * @param next where the rest begins, when there is more than fits
 * @param proof that the transfers in it stand in the log
 */
public record ResidentReport(
        UUID id, ReportRequest request, Instant madeAt, ReportPage page, Optional<Place> next, SubjectProof proof) {}
