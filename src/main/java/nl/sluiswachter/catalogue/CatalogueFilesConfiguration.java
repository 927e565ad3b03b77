package nl.sluiswachter.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Finds the catalogue that travels in the jar. */
@Configuration(proxyBeanMethods = false)
public class CatalogueFilesConfiguration {

    private static final String FOLDER = "catalogue/";

    @Bean
    CatalogueFiles builtInFiles(ResourcePatternResolver resources) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Resource file : resources.getResources("classpath:" + FOLDER + "**/*.yaml")) {
            String url = file.getURL().toString();
            String name = url.substring(url.lastIndexOf(FOLDER) + FOLDER.length());
            texts.put(name, file.getContentAsString(StandardCharsets.UTF_8));
        }
        return new CatalogueFiles(texts);
    }
}
