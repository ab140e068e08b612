package org.clew.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/// PostgreSQL refuses to run as root, and people run Clew as root all the same: in containers and
/// on small servers. Its programs then run as somebody who is less.
enum Unrooted {
  /// We are no root: nothing to do.
  AS_WE_ARE(""),
  /// In a user namespace of its own PostgreSQL does not see that it is root. Files stay ours.
  IN_A_NAMESPACE("unshare -U"),
  /// Where namespaces are forbidden: as `nobody`, to whom its files then belong.
  AS_NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

  private static final int ROOT = 0;
  private static final int NOBODY = 65534;

  private final String prefix;

  Unrooted(String prefix) {
    this.prefix = prefix;
  }

  /// What has to stand before the command of a PostgreSQL program.
  List<String> prefix() {
    return prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1));
  }

  /// What this machine allows.
  ///
  /// @throws DatabaseRefused when we are root and there is no way not to be
  static Unrooted find() {
    if (!root()) {
      return AS_WE_ARE;
    }
    return Stream.of(IN_A_NAMESPACE, AS_NOBODY)
        .filter(way -> Programs.succeeds(Programs.with(way.prefix(), "true")))
        .findFirst()
        .orElseThrow(
            () ->
                new DatabaseRefused(
                    "PostgreSQL does not run as root, and this machine lets Clew neither make a"
                        + " user namespace (unshare) nor change its user (setpriv). Run Clew as an"
                        + " ordinary user."));
  }

  /// Gives the database's files to whom they must belong: they may have been made the other way.
  void own(Path home, Path files) throws IOException {
    if (this == AS_WE_ARE) {
      return;
    }
    int owner = this == AS_NOBODY ? NOBODY : ROOT;
    if (this == AS_NOBODY) {
      letIn(home);
    }
    if (Files.exists(files) && owner(files) != owner) {
      try (Stream<Path> tree = Files.walk(files)) {
        for (Path path : tree.toList()) {
          Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /// Others may pass through the folder, but not look around in it.
  private void letIn(Path home) throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    if (!Programs.succeeds(Programs.with(prefix(), "test", "-x", home.toString()))) {
      throw new DatabaseRefused(
          "PostgreSQL runs as the user nobody here, who cannot enter "
              + home
              + ". Choose a folder that everybody can reach, such as /var/lib/clew, with --data.");
    }
  }

  private static int owner(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean root() {
    try {
      return owner(Path.of("/proc/self").toRealPath()) == ROOT;
    } catch (IOException | UnsupportedOperationException _) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}
