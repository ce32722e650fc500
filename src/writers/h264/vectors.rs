//! Where macroblocks come from, and how it is predicted (H.264, 8.4.1).

/// Where a quarter of a macroblock comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Origin {
    /// The number of the picture; -1 if it is of none.
    pub(super) picture: i8,
    /// How far to the right and down it is there, in quarters of pixels.
    pub(super) vector: [i16; 2],
}

impl Origin {
    /// The same place of the last picture.
    pub(super) const LAST: Self = Self {
        picture: 0,
        vector: [0; 2],
    };
    /// The same place of the keyframe, after the first picture that follows it.
    pub(super) const KEYFRAME: Self = Self {
        picture: 1,
        ..Self::LAST
    };
    /// Of no picture.
    pub(super) const NONE: Self = Self {
        picture: -1,
        ..Self::LAST
    };
}

/// How a macroblock is divided (table 7-13).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Whole,
    /// One part above the other.
    Rows,
    /// One part beside the other.
    Columns,
    Quarters,
}

impl Shape {
    pub(super) fn of([a, b, c, d]: &[Origin; 4]) -> Self {
        match (a == b && c == d, a == c && b == d) {
            (true, true) => Self::Whole,
            (true, false) => Self::Rows,
            (false, true) => Self::Columns,
            (false, false) => Self::Quarters,
        }
    }

    /// The quarters that the parts begin with.
    pub(super) fn parts(self) -> &'static [usize] {
        match self {
            Self::Whole => &[0],
            Self::Rows => &[0, 2],
            Self::Columns => &[0, 1],
            Self::Quarters => &[0, 1, 2, 3],
        }
    }

    /// The quarters of the part that begins with one.
    pub(super) fn quarters(self, part: usize) -> &'static [usize] {
        match (self, part) {
            (Self::Whole, _) => &[0, 1, 2, 3],
            (Self::Rows, 0) => &[0, 1],
            (Self::Rows, _) => &[2, 3],
            (Self::Columns, 0) => &[0, 2],
            (Self::Columns, _) => &[1, 3],
            (Self::Quarters, _) => &[[0], [1], [2], [3]][part],
        }
    }
}

/// The quarters of the macroblocks to the left, above, above to the right and above to the left, of those that there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    pub(super) left: Option<[Origin; 4]>,
    pub(super) above: Option<[Origin; 4]>,
    pub(super) above_right: Option<[Origin; 4]>,
    pub(super) above_left: Option<[Origin; 4]>,
}

impl Around {
    /// The vector that a part is likely to have (8.4.1.3), of the parts before it known where they come from.
    pub(super) fn vector(
        &self,
        own: &[Origin; 4],
        shape: Shape,
        part: usize,
        picture: i8,
    ) -> [i16; 2] {
        let [left, above, corner] = self.near(own, part);
        let beyond = match (shape, part) {
            (Shape::Whole, _) | (Shape::Rows, 0) | (_, 1) => self.above_right.map(|there| there[2]),
            (Shape::Columns | Shape::Quarters, 0) => self.above.map(|above| above[3]),
            (Shape::Quarters, 2) => Some(own[1]),
            _ => None,
        };
        let beyond = beyond.or(corner);
        let one = match (shape, part) {
            (Shape::Rows, 0) => above,
            (Shape::Rows, _) | (Shape::Columns, 0) => left,
            (Shape::Columns, _) => beyond,
            _ => None,
        };
        if let Some(origin) = one.filter(|origin| origin.picture == picture) {
            return origin.vector;
        }
        if let (Some(left), None, None) = (left, above, beyond) {
            return left.vector;
        }
        let three = [left, above, beyond].map(|origin| origin.unwrap_or(Origin::NONE));
        let mut alike = three.iter().filter(|origin| origin.picture == picture);
        if let (Some(origin), None) = (alike.next(), alike.next()) {
            return origin.vector;
        }
        [0, 1].map(|axis| {
            let [a, b, c] = three.map(|origin| origin.vector[axis]);
            a.max(b).min(a.min(b).max(c))
        })
    }

    /// What is to the left of a quarter, above it, and above to the left.
    fn near(&self, own: &[Origin; 4], quarter: usize) -> [Option<Origin>; 3] {
        let at = |place: Option<[Origin; 4]>, quarter: usize| place.map(|place| place[quarter]);
        let own = Some(*own);
        match quarter {
            0 => [at(self.left, 1), at(self.above, 2), at(self.above_left, 3)],
            1 => [at(own, 0), at(self.above, 3), at(self.above, 2)],
            2 => [at(self.left, 3), at(own, 0), at(self.left, 1)],
            _ => [at(own, 2), at(own, 1), at(own, 0)],
        }
    }

    /// Where a macroblock comes from that is skipped (8.4.1.1).
    pub(super) fn skipped(&self) -> Origin {
        let own = [Origin::NONE; 4];
        let [left, above, _] = self.near(&own, 0);
        let rests = |origin: Option<Origin>| origin.is_none_or(|origin| origin == Origin::LAST);
        if rests(left) || rests(above) {
            return Origin::LAST;
        }
        Origin {
            picture: 0,
            vector: self.vector(&own, Shape::Whole, 0, 0),
        }
    }
}
