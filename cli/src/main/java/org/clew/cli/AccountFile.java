package org.clew.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.clew.disclosure.account.Account;
import org.clew.disclosure.account.AccountRefused;
import org.clew.disclosure.account.AccountText;
import org.jspecify.annotations.Nullable;

/// An account as a file: changed under a lock, by one command at a time, whole or not at all, and
/// on the disk before anything is told.
record AccountFile(Path place) {

  /// What is locked lies beside: the account itself is replaced.
  private static final String LOCK = ".lock";

  private static final int MOST_BYTES = 4 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /// Locks of files are the process's: its own threads wait here.
  private static final Object ONE_AT_A_TIME = new Object();

  /// Reads it.
  ///
  /// @throws Ending when it is none, or was changed by hand
  Account read() {
    demandFile();
    try {
      demandOneName();
      if (Files.size(place) > MOST_BYTES) {
        throw Ending.badInput("%s is no account: it is larger than 4 MB.".formatted(place));
      }
      return AccountText.read(Files.readString(place));
    } catch (AccountRefused e) {
      throw refused(e);
    } catch (IOException _) {
      throw Ending.badInput("%s cannot be read as an account.".formatted(place));
    }
  }

  private void demandFile() {
    if (Files.isSymbolicLink(place)) {
      throw Ending.badInput(
          "%s leads to another file, so that there could be two accounts where one is meant. Name the file itself."
              .formatted(place));
    }
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      throw Ending.badInput(
          "There is no account %s. Make one: release account open %s --epsilon E."
              .formatted(place, place));
    }
    if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      throw Ending.badInput("%s is no file.".formatted(place));
    }
  }

  /// A second name would keep what the file was, when the first is given what it becomes.
  private void demandOneName() throws IOException {
    Object names;
    try {
      names = Files.getAttribute(place, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException | IllegalArgumentException _) {
      return; // This file system does not count names.
    }
    if (names instanceof Integer count && count > 1) {
      throw Ending.badInput(
          ("%s has another name somewhere (a hard link), so that there could be two accounts where one is meant. Remove the"
                  + " other name, and keep this one; for a backup, make a copy.")
              .formatted(place));
    }
  }

  /// What to say where an account does not allow something.
  Ending refused(AccountRefused e) {
    return Ending.badInput("%s: %s".formatted(place, e.sentence()));
  }

  /// Writes a new one.
  ///
  /// @throws Ending when there is something at the place
  void open(Account account) {
    alone(
        () -> {
          if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw Ending.badInput(
                "%s is there already. An account is not written over: what was told stays told."
                    .formatted(place));
          }
          replace(account);
          return account;
        });
  }

  /// Changes it as it then is, and not as it was read before.
  ///
  /// @param change may throw [AccountRefused]
  /// @return as it is now
  /// @throws Ending when it is refused, or cannot be written; it is as before then
  Account change(UnaryOperator<Account> change) {
    return alone(
        () -> {
          Account changed;
          try {
            changed = change.apply(read());
          } catch (AccountRefused e) {
            throw refused(e);
          }
          replace(changed);
          return changed;
        });
  }

  @FunctionalInterface
  private interface Work {
    Account done() throws IOException;
  }

  /// What is locked while it is changed.
  Path lock() {
    return place.resolveSibling(place.getFileName() + LOCK);
  }

  private Account alone(Work work) {
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(
                  lock(),
                  Set.of(
                      StandardOpenOption.CREATE,
                      StandardOpenOption.WRITE,
                      LinkOption.NOFOLLOW_LINKS));
          FileLock held = waitFor(channel)) {
        if (!held.isValid()) {
          throw new IOException("The lock was lost.");
        }
        return work.done();
      } catch (IOException _) {
        throw Ending.badInput(
            "%s cannot be written. Is there such a folder, may you write there, and is there room?"
                .formatted(place));
      }
    }
  }

  private FileLock waitFor(FileChannel channel) throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      if (System.nanoTime() > until) {
        throw Ending.badInput(
            "Another command has been writing %s for long. Try again.".formatted(place));
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        throw Ending.stopped();
      }
    }
  }

  /// What cannot be read again would refuse every later release.
  private void demandReadable(Path written) throws IOException {
    try {
      AccountText.read(Files.readString(written));
    } catch (AccountRefused _) {
      throw Ending.badInput(
          "%s stays as it was: with this in it, it could not be read again.".formatted(place));
    }
  }

  /// On the disk first, read again, and then in its place in one move.
  private void replace(Account account) throws IOException {
    byte[] bytes = AccountText.write(account).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_BYTES) {
      throw refused(new AccountRefused("It is full: an account has 4 MB at most."));
    }
    Path whole = place.toAbsolutePath();
    Path beside = OutFile.beside(whole);
    try {
      try (FileChannel out =
          FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
          out.write(left);
        }
        out.force(true);
      }
      demandReadable(beside);
      if (Files.exists(whole)) {
        Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(whole));
      }
      Files.move(
          beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      keep(Optional.ofNullable(whole.getParent()));
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /// Brings the move itself onto the disk, where folders can be asked to.
  private static void keep(Optional<Path> folder) {
    if (folder.isPresent()) {
      try (FileChannel channel = FileChannel.open(folder.get(), StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException _) {
        // It is in its place, and on the disk as soon as this file system brings it there.
      }
    }
  }
}
