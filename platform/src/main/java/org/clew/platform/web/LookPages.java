package org.clew.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.platform.web.screen.LookPage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Every part of the look on two pages, in the demo only. Nothing on them comes from the database.
@Controller
@ConditionalOnProperty(name = "clew.demo", havingValue = "true")
final class LookPages {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("name", "weblook.column.name"),
          Column.text("place", "weblook.column.place"),
          Column.fixed("state", "weblook.column.state"),
          Column.number("facts", "weblook.column.facts"));

  private final Screens screens;
  private final Words words;

  LookPages(Screens screens, Words words) {
    this.screens = screens;
    this.words = words;
  }

  @GetMapping("/look")
  ModelAndView staff(ListAsk ask, HttpServletRequest request) {
    return screens.show("web/look", page(ask, language(request)));
  }

  @GetMapping("/look/public")
  ModelAndView publicPage(ListAsk ask, HttpServletRequest request) {
    return screens.show("web/lookPublic", page(ask, language(request)));
  }

  @GetMapping("/look/bare")
  ModelAndView bare(ListAsk ask, HttpServletRequest request) {
    return screens.show("web/lookBare", page(ask, language(request)));
  }

  @GetMapping("/look/broken")
  ModelAndView broken() {
    // There is no such sentence, so this page fails, and its answer can be looked at.
    return screens.show("web/look", words.say(Language.ENGLISH, "weblook.nowhere"));
  }

  private LookPage page(ListAsk ask, Language language) {
    String sort = ask.sortOr(COLUMNS, "-facts");
    return new LookPage(
        Mistakes.of(
            new Mistake("phone", "weblook.wrong.phone"), new Mistake("kind", "weblook.wrong.kind")),
        Stream.of("call", "message", "visit")
            .map(
                code ->
                    new Option(
                        code,
                        words.say(language, "weblook.option." + code),
                        words.say(language, "weblook.option.hint")))
            .toList(),
        evidence(language),
        COLUMNS,
        List.of("first", "second", "third"),
        new Listing("/look", Map.of(), sort, ask.pageNumber(), 128),
        new Progress(3400, 10_000, Progress.State.GOING_ON),
        new Progress(0, 0, Progress.State.FINISHED),
        List.of(
            new Tab("/look", words.say(language, "weblook.tab.staff"), true, 12L),
            new Tab("/look/public", words.say(language, "weblook.tab.public"), false),
            new Tab("/look/bare", words.say(language, "weblook.tab.bare"), false)));
  }

  private Evidence evidence(Language language) {
    return new Evidence(
        List.of(
            line(language, "phone", 13.1),
            line(language, "first", 5.2),
            line(language, "town", 2.3),
            line(language, "surname", -2.2)));
  }

  private Evidence.Line line(Language language, String field, double bits) {
    return new Evidence.Line(
        words.say(language, "weblook.evidence." + field),
        bits,
        words.say(language, "weblook.evidence." + field + ".why"));
  }

  private static Language language(HttpServletRequest request) {
    return LanguageChoice.of(request, Visitor.ANYONE).language();
  }
}
