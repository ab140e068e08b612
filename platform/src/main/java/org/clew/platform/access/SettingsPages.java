package org.clew.platform.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clew.platform.access.screen.SettingsPage;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.NotFound;
import org.clew.platform.web.Screens;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// How the organisation is known to others.
@Controller
final class SettingsPages {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int MOST_COUNTRIES = 300;

  private final Organisations organisations;
  private final Screens screens;

  SettingsPages(Organisations organisations, Screens screens) {
    this.organisations = organisations;
    this.screens = screens;
  }

  @Allowed(Action.MANAGE_SETTINGS)
  @GetMapping("/settings")
  ModelAndView show(SignedIn me) {
    Organisation mine = organisations.find(me.organisation()).orElseThrow(NotFound::new);
    return screens.show(
        "access/settings",
        new SettingsPage(
            mine.name(),
            String.join(" ", mine.countries()),
            mine.receivesConcerns(),
            mine.onDuty(),
            Mistakes.NONE));
  }

  @Allowed(Action.MANAGE_SETTINGS)
  @PostMapping("/settings")
  ModelAndView change(
      SignedIn me,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String countries,
      @RequestParam(defaultValue = "") String receivesConcerns,
      @RequestParam(defaultValue = "") String onDuty) {
    var wrong = new ArrayList<Mistake>(Fields.name("name", name));
    List<String> codes = codes(countries);
    if (codes.size() > MOST_COUNTRIES || !COUNTRIES.containsAll(codes)) {
      wrong.add(new Mistake("countries", "access.settings.countries.wrong"));
    }
    boolean receives = receivesConcerns.equals("yes");
    boolean duty = onDuty.equals("yes");
    if (wrong.isEmpty()) {
      var changed = new Organisation(me.organisation(), name.strip(), codes, receives, duty);
      try {
        organisations.change(me, changed);
        return screens.goTo("/settings", "access.account.saved");
      } catch (DuplicateKeyException _) {
        wrong.add(new Mistake("name", "access.settings.name.taken"));
      }
    }
    return screens.show(
        "access/settings",
        new SettingsPage(name, countries, receives, duty, new Mistakes(wrong)),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static List<String> codes(String text) {
    return Arrays.stream(text.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
        .filter(code -> !code.isEmpty())
        .distinct()
        .toList();
  }
}
