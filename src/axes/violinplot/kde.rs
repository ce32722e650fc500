//! Densities estimated by Gaussian kernels.

use std::f64::consts::PI;
use std::str::FromStr;

use crate::error::{Error, Result};
use crate::properties::{PropertyType, Value};

/// How the width of the kernels of a density follows from the data (`bw_method`).
///
/// It is converted from `"scott"`, `"silverman"` and numbers.
///
/// ```
/// use plotreel::axes::BwMethod;
///
/// assert_eq!("silverman".parse::<BwMethod>()?, BwMethod::Silverman);
/// assert_eq!(BwMethod::from(0.5), BwMethod::Factor(0.5));
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum BwMethod {
    /// Scott's rule, `n**(-1/5)` standard deviations of n values.
    #[default]
    Scott,
    /// Silverman's rule, `(3/4 n)**(-1/5)` standard deviations.
    Silverman,
    /// So many standard deviations.
    Factor(f64),
}

impl BwMethod {
    fn factor(self, count: usize) -> f64 {
        let count = count as f64;
        match self {
            Self::Scott => count.powf(-1.0 / 5.0),
            Self::Silverman => (count * 3.0 / 4.0).powf(-1.0 / 5.0),
            Self::Factor(factor) => factor,
        }
    }

    /// The density of the values at these points, whose integral is 1; 1 at the values themselves if all are equal
    /// (`matplotlib.mlab.GaussianKDE`).
    pub(super) fn density(self, values: &[f64], points: &[f64]) -> Vec<f64> {
        let count = values.len() as f64;
        if values.iter().all(|value| *value == values[0]) {
            let is_value = |point: &f64| f64::from(u8::from(values.contains(point)));
            return points.iter().map(is_value).collect();
        }
        let mean = values.iter().sum::<f64>() / count;
        let squares = values.iter().map(|value| (value - mean).powi(2));
        let variance = squares.sum::<f64>() / (count - 1.0);
        let variance = variance * self.factor(values.len()).powi(2);
        let norm = (2.0 * PI * variance).sqrt() * count;
        let at = |point: &f64| {
            let energies = values
                .iter()
                .map(|value| (value - point).powi(2) / variance / 2.0);
            energies.map(|energy| (-energy).exp()).sum::<f64>() / norm
        };
        points.iter().map(at).collect()
    }
}

impl FromStr for BwMethod {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        match text {
            "scott" => Ok(Self::Scott),
            "silverman" => Ok(Self::Silverman),
            _ => Err(Error::Setting {
                name: "bw_method",
                value: format!("\"{text}\""),
                expected: "scott, silverman or a number",
            }),
        }
    }
}

impl TryFrom<&str> for BwMethod {
    type Error = Error;

    fn try_from(text: &str) -> Result<Self> {
        text.parse()
    }
}

impl From<f64> for BwMethod {
    fn from(factor: f64) -> Self {
        Self::Factor(factor)
    }
}

impl PropertyType for BwMethod {
    const TAKES: &'static str = "scott, silverman or a number";

    fn read(name: &'static str, value: &Value) -> Result<Self> {
        match value {
            Value::Text(text) => text.parse(),
            value => f64::read(name, value).map(Self::Factor),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn densities_are_those_of_the_reference() {
        // matplotlib.mlab.GaussianKDE([1, 2, 4], method)([0, 2.5])
        let found = |method: BwMethod| method.density(&[1.0, 2.0, 4.0], &[0.0, 2.5]);
        for (method, expected) in [
            (BwMethod::Scott, SCOTT),
            (BwMethod::Silverman, SILVERMAN),
            (BwMethod::Factor(0.3), FACTOR),
        ] {
            for (found, expected) in found(method).into_iter().zip(expected) {
                assert!((found - expected).abs() < 1e-12, "{method:?}: {found}");
            }
        }
        assert_eq!(
            BwMethod::Scott.density(&[2.0, 2.0], &[2.0, 3.0]),
            [1.0, 0.0]
        );
    }

    const SCOTT: [f64; 2] = [0.1069768734720025, 0.20243610883470523];
    const SILVERMAN: [f64; 2] = [0.10830173612998478, 0.20018283654055796];
    const FACTOR: [f64; 2] = [0.026852693388358523, 0.1627547259610497];
}
