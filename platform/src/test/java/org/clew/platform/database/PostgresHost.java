package org.clew.platform.database;

import java.io.IOException;
import java.nio.file.Path;

/// A program of its own that starts a database and holds it until it is ended, so that tests can
/// end it in every way there is. It answers "ready PORT PROCESS", or "refused" and the reason.
final class PostgresHost {

  private PostgresHost() {}

  public static void main(String[] arguments) throws IOException {
    Unrooted unrooted = arguments.length > 2 ? Unrooted.valueOf(arguments[2]) : Unrooted.find();
    try (var postgres =
        LocalPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), unrooted)) {
      System.out.println("ready " + postgres.port() + " " + postgres.processId());
      while (System.in.read() >= 0) {
        // Whoever started us holds our input open for as long as we shall live.
      }
    } catch (DatabaseRefused refused) {
      System.out.println("refused " + refused.getMessage());
    }
  }
}
