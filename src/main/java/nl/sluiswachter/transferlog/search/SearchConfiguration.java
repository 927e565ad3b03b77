package nl.sluiswachter.transferlog.search;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.sluiswachter.catalogue.ActiveCatalogue;
import nl.sluiswachter.kernel.SubjectKeys;
import nl.sluiswachter.transferlog.EventLog;
import nl.sluiswachter.transferlog.MarkedBatches;
import nl.sluiswachter.transferlog.WaitingEvents;
import nl.sluiswachter.transferlog.retention.Holds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    Pages pages(DataSource source) throws SQLException {
        int connections = source.unwrap(HikariDataSource.class).getMaximumPoolSize();
        return new Pages(Pages.patient(source), Math.max(1, connections / 2));
    }

    @Bean
    Cursors cursors(SubjectKeys keys) {
        return new Cursors(keys);
    }

    @Bean
    Visibility visibility(JdbcClient jdbc, ActiveCatalogue catalogue) {
        return new Visibility(jdbc, catalogue);
    }

    @Bean
    VisibleHolds visibleHolds(Holds holds, Visibility visibility) {
        return new VisibleHolds(holds, visibility);
    }

    @Bean
    Transactions transactions(Pages pages) {
        return new Transactions(pages);
    }

    @Bean
    LogSearch logSearch(Pages pages, Visibility visibility) {
        return new LogSearch(pages, visibility);
    }

    @Bean
    PersonEntries personEntries(JdbcClient jdbc, Pages pages, MarkedBatches batches) {
        return new PersonEntries(jdbc, pages, batches);
    }

    @Bean
    ReportVerdicts reportVerdicts(
            JdbcClient jdbc,
            PersonEntries entries,
            EventLog log,
            WaitingEvents waiting,
            TransactionOperations transactions) {
        return new ReportVerdicts(jdbc, entries, log, waiting, transactions);
    }

    @Bean
    Lookups lookups(EventLog log, TransactionOperations transactions) {
        return new Lookups(log, transactions);
    }
}
