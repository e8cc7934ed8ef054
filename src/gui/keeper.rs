//! Keeps unsaved work on a thread of its own: the window never waits for the disk, and what
//! is asked for is done in the order in which it was asked.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use crate::storage::{Journal, Keep, Left, Session, StorageError};

/// How long the end of the program waits for the disk.
const LAST_WORD: Duration = Duration::from_secs(2);

/// Something to be done with the folder of this run.
type Work = Box<dyn FnOnce(&Session) -> Result<(), StorageError> + Send>;

enum Order {
    /// Something is kept in place of what has the same ending and name.
    Keep((&'static str, String), Work),
    Do(Work),
    /// Everything before is done: say so.
    Done(Sender<()>),
    /// The program ends as its user wished.
    End,
}

impl Order {
    /// Whether another order is in vain because of this later one.
    fn surpasses(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Keep(what, _), Self::Keep(earlier, _)) if what == earlier)
    }
}

/// The thread that keeps, and the state folder it keeps in.
pub(super) struct Keeper {
    state: PathBuf,
    journal: Journal,
    orders: Sender<Order>,
    outcomes: Receiver<Result<(), StorageError>>,
}

impl Keeper {
    /// Begins to keep below the program's state folder.
    ///
    /// # Errors
    /// When nothing can be kept there.
    pub(super) fn begin(state: PathBuf) -> Result<Self, StorageError> {
        let session = Session::begin(&state)?;
        let journal = session.journal();
        let (orders, todo) = channel();
        let (said, outcomes) = channel();
        let io = |source| StorageError::Io { action: "keep unsaved changes", path: state.clone(), source };
        let work = move || {
            while let Ok(first) = todo.recv() {
                let mut orders: VecDeque<Order> = std::iter::once(first).chain(todo.try_iter()).collect();
                while let Some(order) = orders.pop_front() {
                    // A slow disk: only the latest state of a matter is worth writing.
                    if orders.iter().any(|later| later.surpasses(&order)) {
                        continue;
                    }
                    // Where the window has gone, nobody hears of it.
                    let _ = said.send(carry_out(&session, order));
                }
            }
        };
        std::thread::Builder::new().name("keeper".to_owned()).spawn(work).map_err(io)?;
        Ok(Self { state, journal, orders, outcomes })
    }

    /// The program's state folder.
    pub(super) fn state(&self) -> &std::path::Path {
        &self.state
    }

    /// Where the session notes what it writes.
    pub(super) fn journal(&self) -> Journal {
        self.journal.clone()
    }

    /// Keeps something under a name, in place of what was kept before.
    pub(super) fn keep<K: Keep + Send + 'static>(&self, name: &str, kept: K) {
        let owned = name.to_owned();
        let work: Work = Box::new(move |session| session.keep(&owned, &kept));
        self.order(Order::Keep((K::ENDING, name.to_owned()), work));
    }

    /// Forgets it: it was saved or given up.
    pub(super) fn forget<K: Keep>(&self, name: &str) {
        let name = name.to_owned();
        self.order(Order::Do(Box::new(move |session| {
            session.forget::<K>(&name);
            Ok(())
        })));
    }

    /// Takes over what another run left.
    pub(super) fn take_over<K: Keep<Beside: Send> + Send + 'static>(&self, leftover: Left<K>, name: &str) {
        let name = name.to_owned();
        self.order(Order::Do(Box::new(move |session| session.take_over(&leftover, &name))));
    }

    /// Waits until all is on the disk, though not for ever.
    pub(super) fn flush(&self) {
        let (sender, done) = channel();
        self.order(Order::Done(sender));
        let _ = done.recv_timeout(LAST_WORD);
    }

    /// Ends the session.
    pub(super) fn end(&self) {
        self.order(Order::End);
        self.flush();
    }

    /// How the last order ended, where one did since this was asked.
    pub(super) fn outcome(&self) -> Option<Result<(), StorageError>> {
        self.outcomes.try_iter().last()
    }

    fn order(&self, order: Order) {
        // The thread ends only with this sender.
        let _ = self.orders.send(order);
    }
}

fn carry_out(session: &Session, order: Order) -> Result<(), StorageError> {
    match order {
        Order::Keep(_, work) | Order::Do(work) => return work(session),
        Order::Done(sender) => {
            let _ = sender.send(());
        }
        Order::End => session.end(),
    }
    Ok(())
}
