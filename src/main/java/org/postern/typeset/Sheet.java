package org.postern.typeset;
import java.util.List;
public final class Sheet {
    Sheet(Shaper s, Paper p, String l) {}
    List<Page> finished() { return List.of(); }
}
