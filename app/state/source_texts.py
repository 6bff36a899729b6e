"""How what is shown in a pane is called, and what has to be said of it."""

from ...widgets.look.sentences import translated
from ...widgets.look.texts import tr
from .shown_map import Overlay
from .state import Answer, Fields
from .wishes import Second, Source
from .wording import class_name


def source_names() -> dict[Source, str]:
    """What can lie over the picture."""
    return {
        "weights": tr("attention of this layer"),
        "rollout": tr("attention rollout"),
        "flow": tr("attention flow"),
        "gradient_rollout": tr("gradient rollout"),
        "gradcam": tr("Grad-CAM"),
        "gradients": tr("integrated gradients"),
    }


def second_names() -> dict[Second, str]:
    """What the second pane can show."""
    return {
        "": tr("nothing beside it"),
        "photo": tr("bare photo"),
        **source_names(),
        "beside": tr("pinned picture"),
        "difference": tr("difference to pinned"),
    }


def about_class(source: Second) -> bool:
    """Whether it is made for one class of the prediction."""
    return source in ("gradient_rollout", "gradcam", "gradients")


def source_text(now: Fields, source: Second) -> str:
    """The name of what a pane shows, with the class that it is made for."""
    name = second_names()[source]
    if source == "beside" and now.beside:
        return f"{name} · {now.beside.picture.name}"
    return tr("{0} of {1}").format(name, target_name(now)) if about_class(source) and now.outcome else name


def value_name(now: Fields, source: Second) -> str:
    """What the numbers of a pane are, in one word above its colour bar."""
    if source in ("weights", "beside"):
        return tr("feature") if now.focus.channel is not None else tr("weight")
    names = {"difference": tr("difference"), "gradcam": tr("relevance"), "gradients": tr("relevance"), "photo": ""}
    return names.get(source, tr("share"))


def target_name(now: Fields) -> str:
    """The class that attributions are made for."""
    predictions = now.outcome.predictions if now.outcome else ()
    if now.focus.target is None:
        return class_name(predictions[0]) if predictions else tr("the most probable class")
    named = next((class_name(one) for one in predictions if one.index == now.focus.target), None)
    labels = now.made_by.labels if now.made_by else ()
    known = labels[now.focus.target] if now.focus.target < len(labels) else None
    return named or known or tr("class {0}").format(now.focus.target)


def doubt(now: Fields, second: Overlay | None) -> str:
    """What has to be said of what is shown: where it comes from, what is uncertain, what must not be read into it."""
    focus = now.focus
    if focus.second == "difference" and second is None and now.beside and now.beside.outcome:
        return tr("The two maps lie on different grids, so there is no difference of them.")
    told = [_origin(answer) for slot in ("source", "second") if (answer := now.answers.get(slot))]
    if any(about_class(one) for one in (focus.source, focus.second)):
        told.append(
            tr("Attention shows where information comes from; an attribution, what a class's score depends on.")
            + " "
            + tr("Neither is an explanation by itself.")
        )
    return " ".join(dict.fromkeys(part for part in told if part))


def _origin(answer: Answer) -> str:
    """Where the values of a source come from, and the engine's note on them."""
    header, parts = answer.message.header, []
    if "first" in header:
        layers = (int(header["layers"]), str(header["first"]), str(header["last"]))
        parts.append(tr("Through {0} layers, from {1} to {2}.").format(*layers))
    if header.get("module"):
        parts.append(tr("Grad-CAM at {0}.").format(header["module"]))
    if note := str(header.get("note") or ""):
        parts.append(tr("⚠ {0}.").format(translated(note).rstrip(".。")))
    return " ".join(parts)
