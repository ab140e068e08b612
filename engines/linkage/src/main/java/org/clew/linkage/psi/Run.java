package org.clew.linkage.psi;

import java.util.Optional;

/// Where one side of a run stands. Secret: whoever has it can find out what the protocol hides.
/// Holds row numbers and what keys were made of, no value of a record. [RunFile] makes bytes of it.
public sealed interface Run {

  /// What stays the same.
  Own own();

  /// The own role.
  default Role role() {
    return own().role();
  }

  /// The run's name, the same on both sides: 32 hexadecimal digits.
  default String id() {
    return own().runId().hex();
  }

  /// The other side's commitment to its list, once it has sent one.
  Optional<Bytes> theirCommitment();

  /// What one side has throughout.
  ///
  /// @param role own
  /// @param runId of the run
  /// @param set the own commitment to the list
  /// @param previous hash of the last message of the exchange
  /// @param layout what stands where in the own table
  record Own(Role role, Bytes runId, Bytes set, Bytes previous, Layout layout) {

    Own after(Bytes message) {
      return new Own(role, runId, set, Message.hash(message), layout);
    }

    Message.Head head(Bytes order) {
      return new Message.Head(role, runId, previous, set, order);
    }
  }

  /// An offer was made; a response is awaited.
  ///
  /// @param scalar masks this run and no other
  record Offered(Own own, Bytes scalar) implements Run {
    @Override
    public Optional<Bytes> theirCommitment() {
      return Optional.empty();
    }
  }

  /// A response was given; the result is awaited.
  ///
  /// @param hidden what opens the order that the response hides
  record Responded(Own own, Bytes theirSet, Hidden hidden) implements Run {
    @Override
    public Optional<Bytes> theirCommitment() {
      return Optional.of(theirSet);
    }
  }

  /// Both sides know how many match; which ones, neither.
  ///
  /// @param hidden what this side hides from the other
  /// @param returned the own keys doubly masked, in the other side's hidden order
  /// @param decided what this side has decided
  record Counted(Own own, Bytes theirSet, Hidden hidden, Returned returned, Decision decided)
      implements Run {

    @Override
    public Optional<Bytes> theirCommitment() {
      return Optional.of(theirSet);
    }

    /// How many records match.
    public Cardinality cardinality() {
      return Crossing.cardinality(returned.table(), hidden.theirs());
    }

    Counted decided(Decision decision) {
      return new Counted(own, theirSet, hidden, returned, decision);
    }
  }

  /// What a side has decided about showing which records match.
  enum Decision {
    /// Nothing yet.
    NONE,
    /// To agree, if the other side does; that was said, and nothing shown.
    CONSENTED,
    /// The other side agreed, and it was shown to them which of theirs match.
    OPENED
  }

  /// The other side's keys doubly masked, in the order they sent them, and what proves that order.
  record Hidden(Table theirs, Bytes nonce) {

    Bytes commitment() {
      return Bytes.over(Hashes.of("order", nonce.value, theirs.bytes()));
    }
  }

  /// The own keys doubly masked, as they came back, and the commitment to the order they were in.
  record Returned(Table table, Bytes order) {}
}
