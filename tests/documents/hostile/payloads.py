"""More than three hundred things a template might say to run code, read files, exhaust or escape."""

from collections.abc import Iterator

from jinja2.defaults import DEFAULT_FILTERS, DEFAULT_NAMESPACE, DEFAULT_TESTS

from app.documents.filters import FILTERS

DUNDERS = (
    "__class__ __mro__ __bases__ __base__ __subclasses__ __init__ __globals__ __builtins__ __import__ "
    "__dict__ __code__ __func__ __self__ __module__ __getattribute__ __reduce__ __format__ gi_frame gi_code "
    "cr_frame ag_frame f_globals f_builtins tb_frame func_globals im_func im_class"
).split()
OPERATORS = (
    "a + b",
    "a - b",
    "a * b",
    "a / b",
    "a // b",
    "a % b",
    "a ** b",
    "9**9**9",
    "a ~ b",
    "a == b",
    "a < b",
    "a and b",
    "a or b",
    "not a",
    "-a",
    "+a",
    "a in b",
    "a not in b",
    "a if b else c",
    "a, b",
    "(a)",
    "[a]",
    "{'a': b}",
    "{}",
    "a[0]",
    "a[-1:]",
    "a['b']",
    "a.0",
    "1",
    "1.5",
    "'a'",
    '"A" * 900000000',
    "'%s' % a",
    "true",
    "none",
    "None",
    "a()",
    "a(b)",
    "a(*b)",
    "a(**b)",
    "a.b()",
    "range(999999999)",
    "'{0.__class__}'.format(a)",
    "'{a.__init__.__globals__}'.format_map(b)",
    "f'{a}'",
    "lambda: a",
    "a := b",
    "a;b",
    "a b",
    "a..b",
    ".a",
    "a.",
    "a|",
    "|caps",
    "a||caps",
    "a|caps()",
    "a|caps(1)",
    "a|caps.real",
    "\uff5ba\uff5d",
    "a\u200b.b + c",
    "ａ.__class__",
    "a.\u005f\u005fclass\u005f\u005f",
)
STATEMENTS = (
    "include 'x'",
    "include a",
    "include ['x', 'y'] ignore missing",
    "import 'x' as y",
    "import a as b",
    "from 'x' import y",
    "extends 'x'",
    "extends a",
    "block a",
    "endblock",
    "macro a()",
    "endmacro",
    "call a()",
    "endcall",
    "filter upper",
    "endfilter",
    "set a = b",
    "set a",
    "endset",
    "with a = b",
    "endwith",
    "autoescape false",
    "endautoescape",
    "raw",
    "endraw",
    "do a.append(b)",
    "break",
    "continue",
    "debug",
    "trans",
    "endtrans",
    "pluralize",
    "elif a",
    "if a and b",
    "if a == 'b'",
    "if a.b()",
    "if (a)",
    "if a|length",
    "for a in range(10**9)",
    "for a in b()",
    "for a, b in c",
    "for a in b if a",
    "for a in b recursive",
    "for a in 'xyz'",
    "for a in [1, 2]",
    "for _a in b",
    "for loop in a",
    "p include 'x'",
    "tr set a = b",
    "tc for a in b",
    "r if a",
    "colspan a",
    "cellbg a",
    "vm",
    "hm",
)
PROOFS = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ cycler.__init__.__globals__.os.system('id') }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ joiner.__init__.__globals__.os.listdir('/') }}",
    "{{ self._TemplateReference__context.cycler.__init__.__globals__.os }}",
    "{{ self.__init__.__globals__.__builtins__.open('/etc/passwd').read() }}",
    "{{ namespace.__init__.__globals__.os.environ }}",
    "{{ '{0.__class__.__init__.__globals__}'.format(a) }}",
    "{{ '{a.__class__}'.format_map({'a': b}) }}",
    "{{ ''.format.__self__ }}",
    "{{ ('%s.__class__'|format)(a) }}",
    "{% set f = ''.format %}{{ f('{0.__class__}', a) }}",
    "{{ (a|attr('format'))('{0.__class__}') }}",
    "{{ a|attr('__class__')|attr('__base__')|attr('__subclasses__') }}",
    "{{ a|map(attribute='__class__')|list }}",
    "{{ a|groupby('__class__') }}",
    "{{ a|sort(attribute='__class__') }}",
    "{{ {'onclick=alert(1)//': 1}|xmlattr }}",
    "{{ {'a b/onload': 1}|xmlattr }}",
    "{{ ('a.' * 50000)|urlize }}",
    "{% include f'{a}' %}",
    "{{ a.tpl.write_xml('/tmp/x') }}",
    "{{ a.tpl.replace_zipname('word/x', '/etc/passwd') }}",
    "{{ a._get_docx().save('x') }}",
    "{{ url_for.__globals__ }}",
    "{{ config.items() }}",
    "{{ request.application.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{% for c in [].__class__.__base__.__subclasses__() %}{{ c }}{% endfor %}",
    "{% for x in (1).__class__.__base__.__subclasses__() %}{{ x.__name__ }}{% endfor %}",
    "{{ (''|attr('\\x5f\\x5fclass\\x5f\\x5f')) }}",
    "{{ a['\\x5f\\x5fclass\\x5f\\x5f'] }}",
    "{{- a.__class__ -}}",
    "{{+ a.__class__ }}",
    "{#- a -#}{{ 7*7 }}",
    "{{ a\n.__class__ }}",
    "{{ {{ a }} }}",
    "{{ '}}' }}",
    "{% if a %}{{ b }}",
    "{{ a",
    "a }}",
    "{%",
    "%}",
    "{#",
    "#}",
    "{{}}",
    "{% %}",
    "{{r a }}",
    "{{p a }}",
)


def everything() -> Iterator[str]:
    """Every payload once."""
    yield from dict.fromkeys((*_filters(), *_tests(), *_names(), *_operators(), *_attributes(), *PROOFS))


def _filters() -> Iterator[str]:
    for name in sorted(set(DEFAULT_FILTERS) - set(FILTERS)):
        yield f"{{{{ a | {name} }}}}"
        yield f"{{{{ a | {name}(b) }}}}"


def _tests() -> Iterator[str]:
    for name in sorted(DEFAULT_TESTS):
        yield f"{{{{ a is {name} }}}}"
        yield f"{{% if a is {name} %}}{{% endif %}}"


def _names() -> Iterator[str]:
    for name in sorted(DEFAULT_NAMESPACE):
        yield f"{{{{ {name}() }}}}"
        yield f"{{{{ {name}.__init__.__globals__ }}}}"
        yield f"{{{{ {name}['__globals__'] }}}}"


def _operators() -> Iterator[str]:
    yield from (f"{{{{ {inside} }}}}" for inside in OPERATORS)
    yield from (f"{{% {inside} %}}" for inside in STATEMENTS)


def _attributes() -> Iterator[str]:
    for name in DUNDERS:
        if name.startswith("_"):
            yield f"{{{{ a.{name} }}}}"
        yield f"{{{{ a['{name}'] }}}}"
        yield f"{{{{ a|attr('{name}') }}}}"
