//! The commands of mathematical notation and the characters they stand for.

/// How a command is spaced from its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spacing {
    /// Not at all.
    Ordinary,
    /// On both sides, but as a sign of what follows if nothing precedes it.
    Binary,
    /// On both sides.
    Relation,
    /// After it.
    Punctuation,
}

/// The character and the spacing of a command without its backslash.
pub(super) fn symbol(name: &str) -> Option<(char, Spacing)> {
    if let Some(c) = single(name) {
        return match c {
            '%' | '$' | '{' | '}' | '_' | '#' | '&' => Some((c, Spacing::Ordinary)),
            '|' => Some(('‖', Spacing::Ordinary)),
            _ => None,
        };
    }
    let tables = [
        (BINARY, Spacing::Binary),
        (RELATIONS, Spacing::Relation),
        (ORDINARY, Spacing::Ordinary),
        (PUNCTUATION, Spacing::Punctuation),
    ];
    tables
        .into_iter()
        .find_map(|(table, spacing)| Some((find(table, name)?, spacing)))
}

/// The spacing of a plain character.
pub(super) fn spacing(c: char) -> Spacing {
    match c {
        '+' | '*' | MINUS => Spacing::Binary,
        '=' | '<' | '>' | ':' => Spacing::Relation,
        ',' | ';' | '.' | '!' => Spacing::Punctuation,
        _ => Spacing::Ordinary,
    }
}

/// The combining mark of an accent's command.
pub(super) fn accent(name: &str) -> Option<char> {
    Some(match name {
        "hat" | "^" | "widehat" => '\u{302}',
        "breve" => '\u{306}',
        "bar" => '\u{304}',
        "grave" | "`" => '\u{300}',
        "acute" | "'" => '\u{301}',
        "tilde" | "~" | "widetilde" => '\u{303}',
        "dot" | "." => '\u{307}',
        "ddot" | "\"" => '\u{308}',
        "dddot" => '\u{20db}',
        "ddddot" => '\u{20dc}',
        "vec" => '\u{20d7}',
        "overrightarrow" => '→',
        "overleftarrow" => '←',
        "mathring" => '∘',
        "widebar" => '\u{305}',
        _ => return None,
    })
}

/// The width of a space as a part of an em, and how long its command is.
pub(super) fn space(text: &[char]) -> Option<(f64, usize)> {
    SPACES.iter().find_map(|&(command, width)| {
        let length = command.chars().count();
        let found = text.len() >= length && command.chars().eq(text[..length].iter().copied());
        found.then_some((width, length))
    })
}

/// Whether a command is a function's name.
pub(super) fn is_function(name: &str) -> bool {
    FUNCTIONS.split(' ').any(|f| f == name)
}

/// Whether the limits of a function are set above and below it.
pub(super) fn function_has_limits(name: &str) -> bool {
    ["lim", "liminf", "limsup", "sup", "max", "min"].contains(&name)
}

/// Whether a sign's sub- and superscript are set below and above it.
pub(super) fn has_limits(c: char) -> bool {
    "∑∏∐⋂⋃⋁⋀⨀⨂⨁".contains(c)
}

/// Whether a sign is an integral, whose scripts are at its ends.
pub(super) fn is_integral(c: char) -> bool {
    "∫∮∬∯∭∰⨌".contains(c)
}

/// Characters that matplotlib takes from DejaVu Sans Display, whatever the font.
pub(super) fn is_display(c: char) -> bool {
    is_large(c) || "–—‘’‚“”„•‹›".contains(c)
}

/// Those of them that are √2 times as large as in DejaVu Sans; the others are the same.
pub(super) fn is_large(c: char) -> bool {
    has_limits(c) || is_integral(c) || "∱∲∳".contains(c)
}

/// The character of a name that is one, other than a letter.
fn single(name: &str) -> Option<char> {
    let mut chars = name.chars();
    let c = chars.next()?;
    (chars.next().is_none() && !c.is_ascii_alphabetic()).then_some(c)
}

fn find(table: &str, name: &str) -> Option<char> {
    let mut words = table.split(' ');
    while let (Some(command), Some(c)) = (words.next(), words.next()) {
        if command == name {
            return c.chars().next();
        }
    }
    None
}

/// The sign that a hyphen becomes.
pub(super) const MINUS: char = '−';

const PUNCTUATION: &str = "cdotp ·";

/// Spaces as parts of an em.
const SPACES: [(&str, f64); 12] = [
    ("\\thinspace", 0.16667),
    ("\\enspace", 0.5),
    ("\\qquad", 2.0),
    ("\\quad", 1.0),
    ("\\,", 0.16667),
    ("\\/", 0.16667),
    ("\\>", 0.22222),
    ("\\:", 0.22222),
    ("\\;", 0.27778),
    ("\\ ", 0.33333),
    ("\\!", -0.16667),
    ("~", 0.33333),
];

const FUNCTIONS: &str = "\
    arccos csc ker min arcsin deg lg Pr arctan det lim sec arg dim liminf sin cos exp limsup sinh \
    cosh gcd ln sup cot hom log tan coth inf max tanh";

/// Binary operators, which are spaced unless something to their left is missing.
const BINARY: &str = "\
    ast ∗ barvee ⊽ barwedge ⊼ bigcirc ○ bigtriangledown ▽ bigtriangleup △ boxbar ◫ boxdot ⊡ \
    boxminus ⊟ boxplus ⊞ boxtimes ⊠ bullet ∙ Cap ⋒ cap ∩ cdot ⋅ circ ∘ circledast ⊛ circledcirc ⊚ \
    circleddash ⊝ Cup ⋓ cup ∪ cupdot ⊍ curlyvee ⋎ curlywedge ⋏ dagger † ddagger ‡ diamond ⋄ div ÷ \
    divideontimes ⋇ dotminus ∸ dotplus ∔ dotsminusdots ∺ doublebarwedge ⌆ intercal ⊺ \
    leftthreetimes ⋋ lhd ◁ minuscolon ∹ mp ∓ odot ⊙ ominus ⊖ oplus ⊕ oslash ⊘ otimes ⊗ pm ± rhd ▷ \
    rightthreetimes ⋌ setminus ∖ slash ∕ sqcap ⊓ sqcup ⊔ star ⋆ times × triangleleft ◁ \
    triangleright ▷ unlhd ⊴ unrhd ⊵ uplus ⊎ vee ∨ veebar ⊻ wedge ∧ wr ≀";

/// Relations and arrows, which are always spaced.
const RELATIONS: &str = "\
    approx ≈ approxeq ≊ approxident ≋ arceq ≘ asymp ≍ backcong ≌ backepsilon ϶ backsim ∽ \
    backsimeq ⋍ bagmember ⋿ barleftarrow ⇤ because ∵ between ≬ blacktriangleleft ◀ \
    blacktriangleright ▶ bot ⊥ bowtie ⋈ Bumpeq ≎ bumpeq ≏ circeq ≗ circlearrowleft ↺ \
    circlearrowright ↻ coloneq ≔ cong ≅ cupleftarrow ⊌ curlyeqprec ⋞ curlyeqsucc ⋟ \
    curvearrowleft ↶ curvearrowright ↷ cwopencirclearrow ↻ dashv ⊣ disin ⋲ Doteq ≑ doteq ≐ \
    doteqdot ≑ dots … Downarrow ⇓ downarrow ↓ downdownarrows ⇊ downharpoonleft ⇃ \
    downharpoonright ⇂ downzigzagarrow ↯ eqcirc ≖ eqcolon ≕ eqdef ≝ eqgtr ⋝ eqless ⋜ eqsim ≂ \
    eqslantgtr ⪖ eqslantless ⪕ equal = equalparallel ⋕ Equiv ≣ equiv ≡ fallingdotseq ≒ geq ≥ \
    geqq ≧ geqslant ⩾ gg ≫ ggg ⋙ gnapprox ⪊ gneqq ≩ gnsim ⋧ gtrapprox ⪆ gtrdot ⋗ gtreqless ⋛ \
    gtreqqless ⪌ gtrless ≷ gtrsim ≳ hookleftarrow ↩ hookrightarrow ↪ in ∈ isindot ⋵ isinE ⋹ \
    isinobar ⋷ isins ⋴ isinvb ⋸ Ldsh ↲ leadsto ⇝ Leftarrow ⇐ leftarrow ← leftarrowtail ↢ \
    leftharpoondown ↽ leftharpoonup ↼ leftleftarrows ⇇ Leftrightarrow ⇔ leftrightarrow ↔ \
    leftrightarrows ⇆ leftrightharpoons ⇋ leftrightsquigarrow ↭ leftsquigarrow ↜ leq ≤ leqq ≦ \
    leqslant ⩽ lessapprox ⪅ lessdot ⋖ lesseqgtr ⋚ lesseqqgtr ⪋ lessgtr ≶ lesssim ≲ ll ≪ \
    Lleftarrow ⇚ lll ⋘ lnapprox ⪉ lneqq ≨ lnsim ⋦ Longleftarrow ⟸ longleftarrow ⟵ \
    Longleftrightarrow ⟺ longleftrightarrow ⟷ longmapsto ⟼ Longrightarrow ⟹ longrightarrow ⟶ \
    looparrowleft ↫ looparrowright ↬ Lsh ↰ ltimes ⋉ mapsdown ↧ mapsfrom ↤ mapsto ↦ mapsup ↥ \
    measeq ≞ measuredrightangle ⊾ mid ∣ models ⊧ multimap ⊸ napprox ≉ ncong ≇ ne ≠ Nearrow ⇗ \
    nearrow ↗ neq ≠ nequiv ≢ ngeq ≱ ngtr ≯ ngtrless ≹ ngtrsim ≵ ni ∋ niobar ⋾ nis ⋼ nisd ⋺ \
    nLeftarrow ⇍ nleftarrow ↚ nLeftrightarrow ⇎ nleftrightarrow ↮ nleq ≰ nless ≮ nlessgtr ≸ \
    nlesssim ≴ nmid ∤ notin ∉ notsmallowns ∌ nparallel ∦ nprec ⊀ npreccurlyeq ⋠ nRightarrow ⇏ \
    nrightarrow ↛ nsim ≁ nsimeq ≄ nsqsubseteq ⋢ nsqsupseteq ⋣ nsubset ⊄ nsubseteq ⊈ nsucc ⊁ \
    nsucccurlyeq ⋡ nsupset ⊅ nsupseteq ⊉ ntriangleleft ⋪ ntrianglelefteq ⋬ ntriangleright ⋫ \
    ntrianglerighteq ⋭ nVDash ⊯ nVdash ⊮ nvDash ⊭ nvdash ⊬ Nwarrow ⇖ nwarrow ↖ oequal ⊜ parallel ∥ \
    perp ⊥ pitchfork ⋔ prec ≺ precapprox ⪷ preccurlyeq ≼ preceq ≼ precnapprox ⪹ precnsim ⋨ precsim ≾ \
    propto ∝ questeq ≟ ratio ∶ Rdsh ↳ rightangle ∟ Rightarrow ⇒ rightarrow → rightarrowbar ⇥ \
    rightarrowtail ↣ rightassert ⊦ rightharpoondown ⇁ rightharpoonup ⇀ rightleftarrows ⇄ \
    rightleftharpoons ⇌ rightModels ⊫ rightrightarrows ⇉ rightsquigarrow ↝ rightzigzagarrow ⇝ \
    risingdotseq ≓ Rrightarrow ⇛ Rsh ↱ rtimes ⋊ scurel ⊱ Searrow ⇘ searrow ↘ sim ∼ simeq ≃ \
    simneqq ≆ smallin ∊ smallowns ∍ sqsubset ⊏ sqsubseteq ⊑ sqsubsetneq ⋤ sqsupset ⊐ sqsupseteq ⊒ \
    sqsupsetneq ⋥ stareq ≛ Subset ⋐ subset ⊂ subseteq ⊆ subsetneq ⊊ succ ≻ succapprox ⪸ \
    succcurlyeq ≽ succeq ≽ succnapprox ⪺ succnsim ⋩ succsim ≿ Supset ⋑ supset ⊃ supseteq ⊇ \
    supsetneq ⊋ Swarrow ⇙ swarrow ↙ therefore ∴ to → top ⊤ triangle △ triangleeq ≜ \
    trianglelefteq ⊴ triangleq ≜ trianglerighteq ⊵ twoheaddownarrow ↡ twoheadleftarrow ↞ \
    twoheadrightarrow ↠ twoheaduparrow ↟ Uparrow ⇑ uparrow ↑ Updownarrow ⇕ updownarrow ↕ \
    updownarrowbar ↨ updownarrows ⇅ upharpoonleft ↿ upharpoonright ↾ upuparrows ⇈ varisinobar ⋶ \
    varisins ⋳ varlrtriangle ⊿ varniobar ⋽ varnis ⋻ varpropto ∝ vartriangleleft ⊲ \
    vartriangleright ⊳ Vdash ⊩ vDash ⊨ vdash ⊢ veeeq ≚ Vvdash ⊪ wedgeq ≙";

/// Letters and signs that are not spaced.
const ORDINARY: &str = "\
    acwopencirclearrow ↺ adots ⋰ aleph ℵ alpha α angle ∠ backprime ‵ backslash \\ BbbC ℂ BbbN ℕ \
    BbbP ℙ BbbQ ℚ BbbR ℝ BbbZ ℤ beta β beth ℶ bigcap ⋂ bigcup ⋃ bigodot ⨀ bigoplus ⨁ bigotimes ⨂ \
    bigstar ★ bigvee ⋁ bigwedge ⋀ blacksquare ■ blacktriangle ▴ blacktriangledown ▾ \
    carriagereturn ↵ cdots ⋯ cent ¢ checkmark ✓ chi χ circledR ® clubsuit ♣ clubsuitopen ♧ \
    Colon ∷ colon : complement ∁ coprod ∐ copyright © dag † daleth ℸ danger ☡ ddag ‡ ddots ⋱ \
    degree ° Delta Δ delta δ diamondsuit ♢ digamma ϝ ell ℓ emdash — emptyset ∅ endash – epsilon ε \
    eta η exists ∃ Finv Ⅎ flat ♭ forall ∀ frakC ℭ frakZ ℨ Game ⅁ Gamma Γ gamma γ gimel ℷ greater > \
    guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › hbar ħ heartsuit ♡ \
    hermitmatrix ⊹ hslash ℏ iiiint ⨌ iiint ∭ iint ∬ Im ℑ imageof ⊷ imath ı increment ∆ infty ∞ \
    int ∫ invnot ⌐ iota ι jmath ȷ kappa κ kernelcontraction ∻ Lambda Λ lambda λ lambdabar ƛ \
    langle ⟨ lbrace { lbrack [ lceil ⌈ ldots … leftbrace { leftparen ( less < lfloor ⌊ llcorner ⌞ \
    lrcorner ⌟ maltese ✠ measuredangle ∡ mho ℧ minus − mu μ nabla ∇ natural ♮ neg ¬ nexists ∄ nu ν \
    oiiint ∰ oiint ∯ oint ∮ Omega Ω omega ω origof ⊶ partial ∂ perthousand ‰ Phi Φ phi ϕ Pi Π pi π \
    plus + prod ∏ prurel ⊰ Psi Ψ psi ψ QED ∎ rangle ⟩ rbrace } rbrack ] rceil ⌉ Re ℜ rfloor ⌋ \
    rho ρ rightbrace } rightparen ) scrB ℬ scrE ℰ scre ℯ scrF ℱ scrH ℋ scrI ℐ scrL ℒ scrM ℳ scro ℴ \
    scrR ℛ sharp ♯ Sigma Σ sigma σ sinewave ∿ smallintclockwise ∱ smallointctrcclockwise ∳ \
    smallsetminus ∖ smallvarointclockwise ∲ spadesuit ♠ spadesuitopen ♤ sphericalangle ∢ \
    sterling £ sum ∑ tau τ textasciiacute ´ textasciicircum ^ textasciigrave ` textasciitilde ~ \
    textexclamdown ¡ textquestiondown ¿ textquotedblleft “ textquotedblright ” Theta Θ theta θ \
    triangledown ▿ turnednot ⌙ ulcorner ⌜ Upsilon Υ upsilon υ urcorner ⌝ varepsilon ε varkappa ϰ \
    varnothing ∅ varphi φ varpi ϖ varrho ϱ varsigma ς vartheta ϑ vartriangle ▵ vdots ⋮ Vert ‖ \
    vert | wp ℘ Xi Ξ xi ξ yen ¥ zeta ζ";
