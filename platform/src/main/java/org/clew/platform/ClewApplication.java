package org.clew.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// The server's entry point.
@SpringBootApplication
@ConfigurationPropertiesScan
public class ClewApplication {

  public static void main(String[] args) {
    SpringApplication.run(ClewApplication.class, args);
  }
}
