package org.clew.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.clew.platform.access.screen.SignInPage.DemoPerson;
import org.clew.platform.web.Origin;
import org.springframework.stereotype.Component;

/// The demo's one-click sign-ins. They work in the demo alone, and only for a browser on this very
/// machine that asked for it by its local name.
@Component
public final class DemoSignIns {

  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private record Offer(Person person, String organisation, int order) {}

  private final Map<UUID, Offer> offers = new ConcurrentHashMap<>();
  private final AccessSettings settings;

  DemoSignIns(AccessSettings settings) {
    this.settings = settings;
  }

  /// Offers one-click sign-in as this person, after those offered before. Every server of the demo
  /// says so each time it starts.
  public void offer(Person person, Organisation organisation) {
    if (settings.demo()) {
      offers.put(person.id().value(), new Offer(person, organisation.name(), offers.size()));
    }
  }

  /// Whether the demo lets somebody in as this person.
  boolean isOffered(PersonId person) {
    return offers.containsKey(person.value());
  }

  /// Those offered to whoever asks.
  List<DemoPerson> offered(HttpServletRequest request) {
    return isHere(request)
        ? offers.values().stream()
            .sorted(Comparator.comparingInt(Offer::order))
            .map(DemoSignIns::shown)
            .toList()
        : List.of();
  }

  /// The offered person, if whoever asks may be them.
  Optional<Found> find(HttpServletRequest request, UUID person) {
    return isHere(request)
        ? Optional.ofNullable(offers.get(person))
            .map(offer -> new Found(offer.person().id(), offer.person().organisation()))
        : Optional.empty();
  }

  private boolean isHere(HttpServletRequest request) {
    return settings.demo()
        && Origin.isHere(request)
        && LOCAL_NAMES.contains(request.getServerName());
  }

  private static DemoPerson shown(Offer offer) {
    return new DemoPerson(
        offer.person().id().toString(),
        offer.person().displayName(),
        offer.person().roles().stream().sorted().map(Role::messageKey).toList(),
        offer.organisation());
  }
}
