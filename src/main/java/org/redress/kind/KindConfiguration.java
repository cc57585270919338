package org.redress.kind;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KindConfiguration {

    @Bean
    Kinds kinds() {
        return Kinds.ofTheHouse();
    }
}
