package org.clew.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Makes an answer of a template and its page record. `screens.show("helpline/inbox", page)`
/// renders `jte/helpline/inbox.jte`, which declares `@param Screen screen` and `@param InboxPage
/// page`.
@Component
public final class Screens {

  static final String PAGE = "page";

  /// A page.
  public ModelAndView show(String template, Object page) {
    return new ModelAndView(template, PAGE, page);
  }

  /// A page that is not a plain success: a form with mistakes (422), a refusal.
  public ModelAndView show(String template, Object page, HttpStatus status) {
    var shown = new ModelAndView(template, PAGE, page);
    shown.setStatus(status);
    return shown;
  }

  /// After a form was accepted: go and look there (303), so that reloading repeats nothing.
  public ModelAndView goTo(String path) {
    return new ModelAndView(new Onward(path, null));
  }

  /// The same, and the page there says once what was done.
  public ModelAndView goTo(String path, String messageKey, Object... arguments) {
    return new ModelAndView(new Onward(path, Said.of(messageKey, arguments)));
  }
}
