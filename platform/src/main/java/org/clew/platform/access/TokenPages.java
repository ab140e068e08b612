package org.clew.platform.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clew.platform.access.screen.TokenPage;
import org.clew.platform.access.screen.TokensPage;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Tokens for machines: made, shown once, taken back.
@Controller
final class TokenPages {

  private final Tokens tokens;
  private final People people;
  private final Screens screens;

  TokenPages(Tokens tokens, People people, Screens screens) {
    this.tokens = tokens;
    this.people = people;
    this.screens = screens;
  }

  @Allowed(value = Action.MANAGE_TOKENS, stepUp = true)
  @GetMapping("/tokens")
  ModelAndView show(SignedIn me) {
    return screens.show("access/tokens", page(me, "", Set.of(), Mistakes.NONE));
  }

  @Allowed(value = Action.MANAGE_TOKENS, stepUp = true)
  @PostMapping("/tokens")
  ModelAndView make(
      SignedIn me,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") Set<String> scopes,
      @RequestParam(defaultValue = "90") int days) {
    var wrong = new ArrayList<Mistake>(Fields.name("name", name));
    if (wrong.isEmpty() && name.strip().length() > Tokens.LONGEST_NAME) {
      wrong.add(new Mistake("name", "access.name.long", Tokens.LONGEST_NAME));
    }
    Set<Action> chosen =
        Tokens.givable(me).stream()
            .filter(scope -> scopes.contains(scope.name()))
            .collect(Collectors.toSet());
    if (chosen.isEmpty()) {
      wrong.add(new Mistake("scopes", "access.token.scopes.missing"));
    }
    if (days < 1 || days > Tokens.LONGEST_DAYS) {
      wrong.add(new Mistake("days", "access.token.days.wrong"));
    }
    if (!wrong.isEmpty()) {
      return screens.show(
          "access/tokens",
          page(me, name, names(chosen), new Mistakes(wrong)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    String text = tokens.make(me, name, chosen, tokens.today().plusDays(days));
    return screens.show("access/token", new TokenPage(name.strip(), text));
  }

  @Allowed(Action.MANAGE_TOKENS)
  @PostMapping("/tokens/revoke")
  ModelAndView revoke(SignedIn me, @RequestParam UUID id) {
    tokens.revoke(me, id);
    return screens.goTo("/tokens", "access.token.revoked");
  }

  private TokensPage page(SignedIn me, String name, Set<String> chosen, Mistakes mistakes) {
    Map<PersonId, String> names = people.names();
    LocalDate today = tokens.today();
    List<TokensPage.Row> rows =
        tokens.all().stream().map(token -> row(token, names, today)).toList();
    return new TokensPage(
        rows, Tokens.givable(me).stream().map(Action::name).toList(), name, chosen, mistakes);
  }

  private static TokensPage.Row row(ApiToken token, Map<PersonId, String> names, LocalDate today) {
    TokensPage.State state =
        token.revokedAt() != null
            ? TokensPage.State.REVOKED
            : today.isAfter(token.expiresOn())
                ? TokensPage.State.EXPIRED
                : token.actions(today).isEmpty()
                    ? TokensPage.State.MAKER_MAY_NOT
                    : TokensPage.State.WORKS;
    return new TokensPage.Row(
        token.id().toString(),
        token.name(),
        token.scopes().stream().sorted().map(Action::messageKey).toList(),
        names.getOrDefault(token.maker().id(), ""),
        token.expiresOn(),
        token.lastUsedOn(),
        state);
  }

  private static Set<String> names(Set<Action> actions) {
    return actions.stream().map(Action::name).collect(Collectors.toSet());
  }
}
