package nl.sluiswachter.security;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import nl.sluiswachter.api.Caller;
import nl.sluiswachter.api.RequestBody;
import nl.sluiswachter.kernel.IdSource;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.kernel.UuidV7;
import nl.sluiswachter.kernel.crypto.PayloadCipher;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The doors as they are, with small rooms behind them. Not annotated as configuration: no scan may find it. */
@EnableAutoConfiguration
@ComponentScan({"nl.sluiswachter.party", "nl.sluiswachter.startup"})
@Import({SecurityConfiguration.class, FilterChains.class})
class DoorsApplication {

    /** How many requests are inside {@code /v1/wait}, and the way to let them out. */
    record WaitingRoom(Semaphore inside, CountDownLatch door) {}

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }

    @Bean
    IdSource ids(MovableClock clock) {
        return new UuidV7(clock);
    }

    @Bean
    SubjectKeys subjectKeys() {
        return new SubjectKeys(new byte[32]);
    }

    @Bean
    PayloadCipher payloadCipher() {
        return new PayloadCipher(new byte[32]);
    }

    @Bean
    WaitingRoom waitingRoom() {
        return new WaitingRoom(new Semaphore(0), new CountDownLatch(1));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> echo() {
        return room("/v1/echo", (request, response) -> {
            response.setContentType("text/plain");
            byte[] read = request.getInputStream().readAllBytes();
            response.getWriter()
                    .print(Caller.of(request).oin() + " "
                            + request.getUserPrincipal().getName() + " " + RequestBody.of(request).length + " "
                            + read.length + " " + request.getParameter("q"));
        });
    }

    @Bean
    ServletRegistrationBean<HttpServlet> bare() {
        return room(
                "/v1/bare", (request, response) -> response.setStatus(Integer.parseInt(request.getHeader("Status"))));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> sent() {
        return room(
                "/v1/sent", (request, response) -> response.sendError(Integer.parseInt(request.getHeader("Status"))));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> fail() {
        return room("/v1/fail", (request, response) -> {
            throw new IllegalStateException("secret 999993653");
        });
    }

    @Bean
    ServletRegistrationBean<HttpServlet> waiting(WaitingRoom room) {
        return room("/v1/wait", (request, response) -> wait(room));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> contract() {
        return room(
                "/v1/openapi.json", (request, response) -> response.getWriter().print("{}"));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> checkpoint() {
        return room(
                "/log/checkpoint", (request, response) -> response.getWriter().print("0"));
    }

    @Bean
    ServletRegistrationBean<HttpServlet> openWaiting(WaitingRoom room) {
        return room("/log/wait", (request, response) -> wait(room));
    }

    private static void wait(WaitingRoom room) throws IOException {
        room.inside().release();
        try {
            room.door().await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static ServletRegistrationBean<HttpServlet> room(String path, Handler handler) {
        HttpServlet servlet = new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
                handler.handle(request, response);
            }
        };
        ServletRegistrationBean<HttpServlet> bean = new ServletRegistrationBean<>(servlet, path);
        bean.setName(path);
        return bean;
    }

    private interface Handler {
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }
}
