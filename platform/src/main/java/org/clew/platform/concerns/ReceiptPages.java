package org.clew.platform.concerns;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.clew.platform.access.Open;
import org.clew.platform.concerns.screen.NumberPage;
import org.clew.platform.concerns.screen.PlainPage;
import org.clew.platform.web.Mistake;
import org.clew.platform.web.Mistakes;
import org.clew.platform.web.Screens;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// After a report was filed: its number is shown, tried once, and forgotten here.
@Controller
final class ReceiptPages {

  private final Screens screens;
  private final Visits visits;

  ReceiptPages(Screens screens, Visits visits) {
    this.screens = screens;
    this.visits = visits;
  }

  @Open("the reporter needs the number")
  @GetMapping("/report/number")
  ModelAndView number(HttpServletRequest request) {
    return receipt(request)
        .map(receipt -> page("concerns/number", receipt, "", Mistakes.NONE))
        .orElseGet(this::gone);
  }

  @Open("the reporter tries the number")
  @GetMapping("/report/again")
  ModelAndView again(HttpServletRequest request) {
    return receipt(request)
        .map(receipt -> page("concerns/again", receipt, "", Mistakes.NONE))
        .orElseGet(this::gone);
  }

  @Open("the reporter tries the number")
  @PostMapping("/report/again")
  ModelAndView check(
      @RequestParam(defaultValue = "") String number,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Receipt> receipt = receipt(request);
    if (receipt.isEmpty()) {
      return gone();
    }
    if (!Receipt.read(number).equals(receipt)) {
      return page(
          "concerns/again",
          receipt.get(),
          number,
          Mistakes.of(new Mistake("number", "concerns.again.wrong")));
    }
    return finish(request, response);
  }

  @Open("nobody has to try the number")
  @PostMapping("/report/finish")
  ModelAndView finish(HttpServletRequest request, HttpServletResponse response) {
    VisitKey.in(request).ifPresent(visits::end);
    VisitKey.take(response);
    return screens.goTo("/report/done");
  }

  @Open("says the same to everybody")
  @GetMapping("/report/done")
  ModelAndView done() {
    return screens.show("concerns/done", new PlainPage());
  }

  private ModelAndView page(String template, Receipt receipt, String typed, Mistakes mistakes) {
    return screens.show(
        template,
        new NumberPage(receipt.grouped(), typed, mistakes),
        mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private ModelAndView gone() {
    return screens.show("concerns/gone", new PlainPage(), HttpStatus.GONE);
  }

  private Optional<Receipt> receipt(HttpServletRequest request) {
    return VisitKey.in(request)
        .flatMap(visits::find)
        .filter(Visit.Keeping.class::isInstance)
        .map(visit -> new Receipt(((Visit.Keeping) visit).digits()));
  }
}
