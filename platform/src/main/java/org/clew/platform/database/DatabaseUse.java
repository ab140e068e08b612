package org.clew.platform.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What a database is used for: the demo's made-up coalition, or real work. The first start decides
/// it for good, and a backup carries it; the other word is refused before anything is written.
/// Whoever is let in from the shell is let into either: that server opens no door and decides
/// nothing.
@Component
@ConditionalOnProperty(name = "clew.let-in", havingValue = "false", matchIfMissing = true)
final class DatabaseUse {

  enum Kind {
    DEMO,
    REAL
  }

  DatabaseUse(DatabaseUseStore store, @Value("${clew.demo:false}") boolean demo) {
    Kind asked = demo ? Kind.DEMO : Kind.REAL;
    if (store.agree(asked) != asked) {
      throw new StartRefused(
          demo
              ? "A real Clew keeps its data here, which the demo would mix with a made-up coalition:"
                  + " give ./clew demo another folder with --data, or another database."
              : "The demo keeps its made-up coalition here, and a real report could go to people who"
                  + " do not exist: give ./clew start another folder with --data, or another"
                  + " database.");
    }
  }
}
