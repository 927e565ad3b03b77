package nl.sluiswachter.console.reporting;

import nl.sluiswachter.console.ground.LookUps;
import nl.sluiswachter.report.ResidentReports;
import nl.sluiswachter.transferlog.search.Cursors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportingConfiguration {

    @Bean
    ReportDesk reportDesk(ResidentReports reports, LookUps lookUps, Cursors cursors) {
        return new ReportDesk(reports, lookUps, cursors);
    }
}
