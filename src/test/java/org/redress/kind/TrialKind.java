package org.redress.kind;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;

/** A second kind of case beside those of the house, which is nothing but a declaration: {@code trialkind/hearing.yml}. */
@Configuration(proxyBeanMethods = false)
public class TrialKind {

    public static final String CODE = "XK";

    @Bean
    @Primary
    Kinds kindsWithTrial(@Qualifier("kinds") Kinds kinds) throws IOException {
        List<Kind> all = new ArrayList<>(kinds.all());
        all.add(read());
        return new Kinds(all);
    }

    static Kind read() throws IOException {
        String declared = new ClassPathResource("trialkind/hearing.yml").getContentAsString(StandardCharsets.UTF_8);
        return KindFile.read("hearing.yml", new ByteArrayInputStream(declared.getBytes(StandardCharsets.UTF_8)));
    }
}
