package nl.sluiswachter.transferlog.sql;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenDoorConfiguration {

    @Bean
    OpenDoorDatabase openDoorDatabase(DataSource gateway) throws SQLException {
        return new OpenDoorDatabase(gateway);
    }
}
