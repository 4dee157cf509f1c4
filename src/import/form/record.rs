//! What of a dataset can be corrected or removed.

use crate::model::{CaseId, MetricId, OperationId, SourceId};

/// Something that is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// What a source states of a metric in an operation, or of how many countries took part; its
    /// place among the reports of that number, from 0.
    Report(OperationId, Option<MetricId>, usize),
    /// That a metric cannot be counted in an operation.
    NotApplicable(OperationId, MetricId),
    /// What is counted.
    Metric(MetricId),
    /// A publication.
    Source(SourceId),
    /// An operation.
    Operation(OperationId),
    /// An event.
    Case(CaseId),
}
