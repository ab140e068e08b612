package org.clew.platform.access.screen;

import java.util.List;
import org.clew.platform.web.Mistakes;

/// The first step of signing in.
///
/// @param demo people to be with one click; empty outside the demo
public record SignInPage(String email, Mistakes mistakes, List<DemoPerson> demo) {

  public SignInPage {
    demo = List.copyOf(demo);
  }

  /// Somebody of the demo.
  ///
  /// @param roles the keys of the names of their roles
  public record DemoPerson(String id, String name, List<String> roles, String organisation) {

    public DemoPerson {
      roles = List.copyOf(roles);
    }
  }
}
