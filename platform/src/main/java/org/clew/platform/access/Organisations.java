package org.clew.platform.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clew.platform.database.Ids;
import org.clew.platform.database.OrganisationId;
import org.clew.platform.database.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The member organisations, as anybody may know them.
@Component
public final class Organisations {

  private final OrganisationStore store;
  private final Tenancy tenancy;
  private final Ids ids;
  private final ApplicationEventPublisher events;

  Organisations(
      OrganisationStore store, Tenancy tenancy, Ids ids, ApplicationEventPublisher events) {
    this.store = store;
    this.tenancy = tenancy;
    this.ids = ids;
    this.events = events;
  }

  /// Adds an organisation.
  ///
  /// @param countries ISO 3166-1 alpha-2 codes of where it works; empty: anywhere
  public Organisation add(
      String name, List<String> countries, boolean receivesConcerns, boolean onDuty) {
    var added =
        new Organisation(
            new OrganisationId(ids.next()),
            name.strip(),
            countries.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList(),
            receivesConcerns,
            onDuty);
    store.insert(added);
    return added;
  }

  /// Changes how an organisation is known.
  ///
  /// @throws org.springframework.dao.DuplicateKeyException when another has the name
  void change(SignedIn by, Organisation organisation) {
    tenancy.within(
        by.organisation(),
        () -> {
          store.update(organisation);
          events.publishEvent(new AccessEvent.SettingsChanged(by.id(), organisation.id()));
        });
  }

  public List<Organisation> all() {
    return store.all();
  }

  public Optional<Organisation> find(OrganisationId id) {
    return store.find(id);
  }

  /// What an organisation is called; empty when there is none.
  public String name(OrganisationId id) {
    return find(id).map(Organisation::name).orElse("");
  }

  /// The organisations a reporter may choose from.
  public List<Organisation> receivingConcerns() {
    return all().stream().filter(Organisation::receivesConcerns).toList();
  }

  /// Who takes a concern that names no organisation: the one on duty for that country, else one on
  /// duty for every country, else one on duty elsewhere, which is to be said. Who is not on duty
  /// gets only what names it.
  ///
  /// @param country ISO 3166-1 alpha-2 code, or empty when the place is not known
  public Optional<OnDuty> onDuty(String country) {
    String code = country.toUpperCase(Locale.ROOT);
    List<Organisation> duty = receivingConcerns().stream().filter(Organisation::onDuty).toList();
    return duty.stream()
        .filter(o -> o.countries().contains(code))
        .findFirst()
        .or(() -> duty.stream().filter(o -> o.countries().isEmpty()).findFirst())
        .map(o -> new OnDuty(o, OnDuty.Reach.THERE))
        .or(() -> duty.stream().findFirst().map(o -> new OnDuty(o, OnDuty.Reach.ELSEWHERE)));
  }

  /// Who is on duty for a place.
  public record OnDuty(Organisation organisation, Reach reach) {

    /// Whether it works where the place lies.
    public enum Reach {
      THERE,
      ELSEWHERE
    }
  }
}
