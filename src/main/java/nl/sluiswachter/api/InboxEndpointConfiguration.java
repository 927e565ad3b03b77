package nl.sluiswachter.api;

import nl.sluiswachter.delivery.Inbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the inbox calls. */
@Configuration(proxyBeanMethods = false)
class InboxEndpointConfiguration {

    @Bean
    InboxEndpoint inboxEndpoint(Inbox inbox, StrictJson json) {
        return new InboxEndpoint(inbox, json);
    }
}
