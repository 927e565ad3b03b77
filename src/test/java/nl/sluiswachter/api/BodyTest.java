package nl.sluiswachter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluiswachter.kernel.Oin;
import nl.sluiswachter.party.Side;
import org.junit.jupiter.api.Test;

class BodyTest {

    @Test
    void readsEachKindOfMember() {
        Body body = body(
                """
                {"text":"a","oin":"00000099000000002000","side":"PARTNER","day":"2026-11-21","at":"2026-11-21T10:00:00+01:00",
                 "yes":true,"object":{"inner":"b"},"list":["c"],"map":{"anything":"d"},"nothing":null}""");

        assertThat(body.required("text").text(5)).contains("a");
        assertThat(body.required("oin").parsed(Oin::new, "OIN", "")).contains(new Oin("00000099000000002000"));
        assertThat(body.required("side").choice(Side.class)).contains(Side.PARTNER);
        assertThat(body.required("day").date()).contains(LocalDate.of(2026, 11, 21));
        assertThat(body.required("at").instant()).contains(Instant.parse("2026-11-21T09:00:00Z"));
        assertThat(body.required("yes").bool()).contains(true);
        assertThat(body.required("object").object().flatMap(o -> o.required("inner")
                        .text(5)))
                .contains("b");
        assertThat(body.required("list").list(1, 2).get(0).text(5)).contains("c");
        assertThat(body.required("map").map(2, m -> m.text(5))).isEqualTo(Map.of("anything", "d"));
        assertThat(body.optional("nothing").text(5)).isEmpty();
        assertThat(body.optional("absent").object()).isEmpty();
        body.check();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Body body = body(
                """
                {"text":5,"side":"NEITHER","day":"21-11-2026","at":"2026-11-21T10:00:00","yes":"true","blank":" ",
                 "object":{"inner":[],"surprise":1},"list":["a","b","c"],"elements":[null,1],"map":{"999993653":1},"other":1}""");
        body.required("text").text(5);
        body.required("side").choice(Side.class);
        body.required("day").date();
        body.required("at").instant();
        body.required("yes").bool();
        body.required("blank").text(5);
        body.required("object").object().map(o -> o.required("inner").text(5));
        body.required("list").list(1, 2);
        body.required("elements").list(1, 2).forEach(e -> e.text(5));
        body.required("map").map(2, m -> m.text(5));
        body.required("missing").text(5);

        Problem problem = problemOf(body);

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.code()).isEqualTo("INVALID_INPUT");
        assertThat(complaints(problem))
                .containsExactly(
                        "/text TEXT_EXPECTED",
                        "/side NOT_A_CHOICE",
                        "/day DATE_EXPECTED",
                        "/at DATE_TIME_EXPECTED",
                        "/yes BOOLEAN_EXPECTED",
                        "/blank LENGTH",
                        "/object/inner TEXT_EXPECTED",
                        "/list SIZE",
                        "/elements/0 MISSING",
                        "/elements/1 TEXT_EXPECTED",
                        "/map TEXT_EXPECTED",
                        "/missing MISSING",
                        " UNKNOWN_MEMBER",
                        "/object UNKNOWN_MEMBER");
        assertThat(problem.toJson().toString()).doesNotContain("999993653", "surprise", "NEITHER", "21-11-2026");
    }

    @Test
    void refusesADateThatNoDatabaseOrPersonExpects() {
        Body body = body("{\"day\":\"0001-01-01\",\"at\":\"+999999-01-01T00:00:00Z\"}");
        body.required("day").date();
        body.required("at").instant();

        assertThat(complaints(problemOf(body))).containsExactly("/day DATE_OUT_OF_RANGE", "/at DATE_OUT_OF_RANGE");
    }

    @Test
    void refusesAValueThatIsNotAnObject() {
        assertThat(complaints(catchThrowableOfType(ProblemException.class, () -> body("[]"))
                        .problem()))
                .containsExactly(" OBJECT_EXPECTED");
    }

    @Test
    void boundsTheNumberOfComplaints() {
        Body body = body("{\"list\":[" + "1,".repeat(300) + "1]}");
        body.required("list").list(0, 400).forEach(e -> e.text(5));

        assertThat(complaints(problemOf(body))).hasSize(100);
    }

    private static Problem problemOf(Body body) {
        return catchThrowableOfType(ProblemException.class, body::check).problem();
    }

    private static List<String> complaints(Problem problem) {
        List<?> params =
                (List<?>) Optional.of(problem.members().get("invalidParams")).orElseThrow();
        return params.stream()
                .map(Map.class::cast)
                .map(p -> p.get("name") + " " + p.get("code"))
                .toList();
    }

    private static Body body(String text) {
        try {
            return Body.of(JsonMapper.builder().build().readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
