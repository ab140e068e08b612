package org.clew.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a route: who is signed in may enter when any of the actions is theirs. A route has this or
/// [Open]; one that has neither is refused to everybody, and a test finds it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

  /// The actions; one is enough.
  Action[] value();

  /// Whether the person must prove once more, and lately, who they are (exports). Who must is sent
  /// to do so and comes back: to the very page when it was asked for by GET, else to the page above
  /// it, from which the form is sent again.
  boolean stepUp() default false;
}
