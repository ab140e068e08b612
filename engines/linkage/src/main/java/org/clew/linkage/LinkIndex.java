package org.clew.linkage;

import java.util.List;
import java.util.Optional;

/// Records held ready to be asked "have we seen this before?". One index per organisation.
///
/// Safe for use by many threads: queries run side by side, a write waits for them and they for it.
/// Everything is held in memory and rebuilt by [#put]; nothing is read or written elsewhere.
///
/// ```java
/// var index = new LinkIndex("GB");
/// index.put(new LinkRecord("7", List.of(
///     new Value(Kind.NAME, "Amina Haddad"), new Value(Kind.PHONE, "07700 900188"))));
/// List<Match> known = index.queryAny(FreeText.read("+44 7700 900188", "GB"), 10);
/// ```
public final class LinkIndex {

  /// An empty index that knows no home region: phones need their country code to be recognised in
  /// another notation, and match by their digits otherwise.
  public LinkIndex() {
    this("");
  }

  /// An empty index.
  ///
  /// @param region ISO 3166 alpha-2 code of the region whose national phone numbers and address
  ///   habits are meant where a value does not say, or an empty string
  public LinkIndex(String region) {}

  /// Adds a record, or takes the place of the one with the same id.
  public void put(LinkRecord written) {}

  /// Forgets a record and everything only it said.
  ///
  /// @return whether it was there
  public boolean remove(String id) {
    return false;
  }

  /// How many records it holds.
  public int size() {
    return 0;
  }

  /// Records that may be this one, strongest first; never the record with the same id. All values
  /// are taken to be said of one and the same thing, so that those which differ count against.
  ///
  /// @param limit how many at most, 1 to [Limits#MATCHES]
  public List<Match> query(LinkRecord asked, int limit) {
    return List.of();
  }

  /// Records of which all this may have been said, strongest first.
  ///
  /// @param asked values of one and the same thing; those that differ count against
  /// @param limit how many at most, 1 to [Limits#MATCHES]
  public List<Match> query(List<Value> asked, int limit) {
    return List.of();
  }

  /// Records that agree with any of several readings of what somebody typed, strongest first. A
  /// reading that does not agree counts for nothing, and of readings of the same characters only
  /// the best counts.
  ///
  /// @param readings as [FreeText#read] gives them
  /// @param limit how many at most, 1 to [Limits#MATCHES]
  public List<Match> queryAny(List<Value> readings, int limit) {
    return List.of();
  }

  /// Why, or why not, one record is the one asked about: the same figures as [#query] would give.
  ///
  /// @return nothing if there is no such record
  public Optional<Match> compare(List<Value> asked, String id) {
    return Optional.empty();
  }
}
